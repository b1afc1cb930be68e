/** What ../shared/anchor-bench calls: our describing and matching over the text of a whole page. */
import { describe as describeSpan } from '#core/anchor/describe.ts';
import { match, type Match } from '#core/anchor/match.ts';
import { parseSelector, type Selector } from '#core/anchor/selector.ts';
import { buildIndex, type TextIndex } from '#core/anchor/text-index.ts';
import { buildTextMap, type TextMap } from '#page/text-map.ts';

interface View {
  readonly map: TextMap;
  readonly index: TextIndex;
}

/** The page as it is shown; with its hidden text too, for what is not found in the other. Made when it is needed. */
interface Page {
  shown(): View;
  whole(): View;
}

interface Found {
  readonly range: Range;
  readonly confidence: number;
  readonly status: Match['outcome'];
}

/** The page of the last call: the bench describes many passages of one unchanged page. */
let last: { root: Element; content: string; page: Page } | null = null;

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function read(root: Element): Page {
  const view = (hidden: boolean): View => {
    const map = buildTextMap(root, { hidden });
    return { map, index: buildIndex(map.text, map.asides) };
  };
  return { shown: once(() => view(false)), whole: once(() => view(true)) };
}

function readAgain(root: Element): Page {
  const content = root.textContent;
  if (last?.root !== root || last.content !== content) last = { root, content, page: read(root) };
  return last.page;
}

/** What the bench stores. `hidden`: the passage stood in text that the page did not show. */
interface Stored {
  readonly hidden: boolean;
  readonly selectors: readonly Selector[];
}

/** A passage that was shown is looked for in hidden text too, when it has this many characters: a name is everywhere. */
const LEAST_HIDDEN = 40;

/** Selectors of a range of the page, or null when it covers no text. */
export function describe(root: Element, range: Range): Stored | null {
  const page = readAgain(root);
  for (const hidden of [false, true]) {
    const { map, index } = hidden ? page.whole() : page.shown();
    const span = map.spanOf(range);
    if (span) return { hidden, selectors: describeSpan(map.text, span, index) };
  }
  return null;
}

/** Where selectors stand on the page, or null. */
export function anchor(root: Element, json: unknown): Found | null {
  return find(readAgain(root), json);
}

/** The same for many, on the page as it is now. */
export function anchorAll(root: Element, list: readonly unknown[]): (Found | null)[] {
  const page = read(root);
  return list.map((json) => find(page, json));
}

function find(page: Page, json: unknown): Found | null {
  if (typeof json !== 'object' || json === null || !('selectors' in json) || !Array.isArray(json.selectors))
    return null;
  const selectors = json.selectors.map(parseSelector).filter((selector) => selector !== null);
  const found = 'hidden' in json && json.hidden === true ? null : findIn(page.shown(), selectors);
  if (found) return found;
  const [quote] = selectors;
  const isLong = quote?.type === 'TextQuoteSelector' && quote.exact.length >= LEAST_HIDDEN;
  if (!isLong && 'hidden' in json && json.hidden === false) return null;
  if (page.whole().map.text === page.shown().map.text) return null;
  return findIn(page.whole(), selectors);
}

function findIn({ map, index }: View, selectors: readonly Selector[]): Found | null {
  const { outcome, span, confidence } = match(selectors, index);
  const range = span && map.rangeOf(span);
  return range && { range, confidence, status: outcome };
}
