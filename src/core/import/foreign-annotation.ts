import { parseSelector, type Selector } from '#core/anchor/selector.ts';
import { takeAnnotated, tell } from './foreign-passage.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import type { Gathered } from './json-reader.ts';

/** Takes over what a Web Annotation of another tool says: its passage, its notes and its tags. */
export function foreignAnnotation(item: Fields, line: number, now: string, into: Gathered): void {
  const [first, ...others] = itemsOf(item['target']);
  const target = fieldsOf(first);
  if (others.length > 0) tell(into, 'no-place', line, 'target[1]', 'field');
  const source = fieldsOf(target?.['source']);
  const address =
    textOf(first) || textOf(source?.['id']) || textOf(target?.['source']) || textOf(target?.['id']);
  const known = itemsOf(target?.['selector']).flatMap(selectors);
  const { notes, tags } = wordsOf(item, line, into);
  const about = {
    format: 'json-ld',
    line,
    address,
    addressField: 'target.source',
    wordsField: 'target.selector',
    note: notes.join('\n\n'),
    tags,
    created: item['created'] ?? item['modified'],
    createdField: 'created',
    modified: item['modified'],
    ...(typeof item['id'] === 'string' ? { id: item['id'] } : {}),
  };
  takeAnnotated(known, about, now, into);
}

/** A selector and those that refine it. */
function selectors(value: unknown): readonly Selector[] {
  const found: Selector[] = [];
  let next: unknown = value;
  for (let depth = 0; depth < 10 && fieldsOf(next) !== null; depth++) {
    const selector = parseSelector(next);
    if (selector !== null) found.push(selector);
    next = fieldsOf(next)?.['refinedBy'];
  }
  return found;
}

function wordsOf(
  item: Fields,
  line: number,
  into: Gathered,
): { readonly notes: readonly string[]; readonly tags: readonly string[] } {
  const notes: string[] = [];
  const tags: string[] = [];
  if (textOf(item['bodyValue']) !== '') notes.push(textOf(item['bodyValue']));
  for (const [index, value] of itemsOf(item['body']).entries()) {
    const body = fieldsOf(value);
    const words = textOf(body?.['value']);
    if (words === '') tell(into, 'no-place', line, `body[${index}]`, 'field');
    else if (body?.['purpose'] === 'tagging') tags.push(words);
    else notes.push(words);
  }
  return { notes, tags };
}
