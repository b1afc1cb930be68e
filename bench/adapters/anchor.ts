/** What ../shared/anchor-bench calls: our describing and matching over the text of a whole page. */
import { describe as describeSpan } from '#core/anchor/describe.ts';
import { match, type Match } from '#core/anchor/match.ts';
import { parseSelector, type Selector } from '#core/anchor/selector.ts';
import { buildIndex, type TextIndex } from '#core/anchor/text-index.ts';
import { buildTextMap, type TextMap } from '#page/text-map.ts';

interface Page {
  readonly map: TextMap;
  readonly index: TextIndex;
}

interface Found {
  readonly range: Range;
  readonly confidence: number;
  readonly status: Match['outcome'];
}

/** The page of the last `describe`: the bench describes many passages of one unchanged page. */
let last: { root: Element; content: string; page: Page } | null = null;

function read(root: Element): Page {
  const map = buildTextMap(root);
  return { map, index: buildIndex(map.text) };
}

function readAgain(root: Element): Page {
  const content = root.textContent;
  if (last?.root !== root || last.content !== content) last = { root, content, page: read(root) };
  return last.page;
}

/** Selectors of a range of the page, or null when it covers no text. */
export function describe(root: Element, range: Range): Selector[] | null {
  const { map, index } = readAgain(root);
  const span = map.spanOf(range);
  return span && describeSpan(map.text, span, index);
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

function find({ map, index }: Page, json: unknown): Found | null {
  const selectors = Array.isArray(json)
    ? json.map(parseSelector).filter((selector) => selector !== null)
    : [];
  const { outcome, span, confidence } = match(selectors, index);
  const range = span && map.rangeOf(span);
  return range && { range, confidence, status: outcome };
}
