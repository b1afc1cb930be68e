/** What a template may name: a text, a list of further values, or whether something holds. */
export interface TemplateValues {
  readonly [name: string]: string | boolean | readonly TemplateValues[];
}

/** Why a template cannot be used, and where: a UTF-16 offset of its text. `name` is what is not known or not closed. */
export interface TemplateProblem {
  readonly code: 'unclosed-tag' | 'unclosed-section' | 'unexpected-end' | 'unknown-name';
  readonly at: number;
  readonly name: string;
}

type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly name: string }
  | { readonly type: 'section'; readonly name: string; readonly inverted: boolean; readonly nodes: Node[] };

/** A template that has been read. It runs no code and knows nothing but the values that it is given. */
export interface Template {
  /** What it makes of the values. A name that a list's items do not have is looked up around the list. */
  readonly render: (values: TemplateValues) => string;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problem: TemplateProblem };

const TAG = /\{\{([#^/]?)\s*([a-z_]{1,40})\s*\}\}/gi;

/**
 * Reads a template in the part of Mustache (https://mustache.github.io/mustache.5.html) that has no code in it: `{{name}}` gives a value,
 * `{{#name}}…{{/name}}` repeats for a list or stands when there is something, `{{^name}}…{{/name}}` stands when there is nothing. A tag
 * that stands alone on its line takes the line away. Values come escaped for the format. Never throws.
 * @param names all names that may be used
 */
export function parseTemplate(source: string, names: ReadonlySet<string>): ParsedTemplate {
  const text = source.replace(/\r\n?/g, '\n');
  const root: Node[] = [];
  const open: { name: string; at: number; nodes: Node[] }[] = [];
  let nodes = root;
  let from = 0;
  const fail = (code: TemplateProblem['code'], at: number, name: string): ParsedTemplate => ({
    ok: false,
    problem: { code, at, name },
  });
  for (const match of text.matchAll(TAG)) {
    const [tag, sign = '', name = ''] = match;
    const { start, end } =
      sign === ''
        ? { start: match.index, end: match.index + tag.length }
        : alone(text, match.index, tag.length);
    const before = text.slice(from, Math.max(from, start));
    const broken = before.indexOf('{{');
    if (broken !== -1) return fail('unclosed-tag', from + broken, '');
    if (before !== '') nodes.push({ type: 'text', text: before });
    from = end;
    if (!names.has(name)) return fail('unknown-name', match.index, name);
    const around = open.find((section) => section.name === name);
    if (sign === '') nodes.push({ type: 'value', name });
    else if (sign === '/') {
      const last = open.pop();
      if (last?.name !== name) return fail('unexpected-end', match.index, name);
      nodes = open.at(-1)?.nodes ?? root;
    } else if (around !== undefined) {
      // Within itself a list would grow by its length with each level: somebody has forgotten to close the first.
      return fail('unclosed-section', around.at, name);
    } else {
      const section = { type: 'section', name, inverted: sign === '^', nodes: [] } as const satisfies Node;
      const inner: Node[] = section.nodes;
      nodes.push(section);
      open.push({ name, at: match.index, nodes: inner });
      nodes = inner;
    }
  }
  const rest = text.slice(from);
  const broken = rest.indexOf('{{');
  if (broken !== -1) return fail('unclosed-tag', from + broken, '');
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return fail('unclosed-section', unclosed.at, unclosed.name);
  if (rest !== '') root.push({ type: 'text', text: rest });
  return { ok: true, template: { render: (values) => rendered(root, [values]) } };
}

/** The tag's place, with its whole line when nothing else stands on it. */
function alone(text: string, at: number, length: number): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  let end = at + length;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const isAlone = (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
  return isAlone ? { start, end: Math.min(text.length, end + 1) } : { start: at, end: at + length };
}

function rendered(nodes: readonly Node[], scopes: readonly TemplateValues[]): string {
  let result = '';
  for (const node of nodes) {
    if (node.type === 'text') result += node.text;
    else if (node.type === 'value') result += textOf(valueOf(node.name, scopes));
    else result += section(node, scopes);
  }
  return result;
}

function section(node: Extract<Node, { type: 'section' }>, scopes: readonly TemplateValues[]): string {
  const value = valueOf(node.name, scopes);
  const isThere = Array.isArray(value) ? value.length > 0 : value !== '' && value !== false;
  if (node.inverted) return isThere ? '' : rendered(node.nodes, scopes);
  if (typeof value !== 'object') return isThere ? rendered(node.nodes, scopes) : '';
  return value.map((item) => rendered(node.nodes, [...scopes, item])).join('');
}

function valueOf(name: string, scopes: readonly TemplateValues[]): TemplateValues[string] {
  const scope = scopes.findLast((values) => Object.hasOwn(values, name));
  return scope?.[name] ?? '';
}

function textOf(value: TemplateValues[string]): string {
  return typeof value === 'string' ? value : '';
}
