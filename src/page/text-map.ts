import { finish, type Steps } from '#core/steps.ts';
import type { Span } from '#core/text.ts';
import { locateRange, locateSpan, offsetOf } from './run-lookup.ts';
import { collectText, type TextCollector } from './text-runs.ts';
import { walkText } from './text-walk.ts';

/**
 * The text of a part of the page, as a reader sees it, and the way between its offsets and places in the page.
 * Spaces are collapsed, blocks are separated by "\n\n", `<br>` is "\n" (two in a row: "\n\n"). Offsets are UTF-16
 * units of `text`. A map is a picture of one moment: build it anew when the page has changed.
 */
export interface TextMap {
  readonly text: string;
  /** Stretches that stand beside the story (pull quotes, teasers), in order; for `buildIndex`. */
  readonly asides: readonly Span[];
  /** The outermost elements that were left out because they are hidden. */
  readonly hidden: readonly Element[];
  /** The place of a span, or null when it holds no text of the page or the page has changed under the map. */
  rangeOf(span: Span): Range | null;
  /** The span of the mapped text that a range covers, without outer space; null when it covers none. */
  spanOf(range: AbstractRange): Span | null;
  /** The offset in the text of a place in the page, or null when the place lies in text that is not mapped. */
  spanAt(node: Node, offset: number): number | null;
}

/**
 * Maps the text of one element, or of several that are given in document order; each is a block of its own.
 * @param options `hidden`: with the text that is hidden now, for looking for what is not in the text that is shown
 */
export const buildTextMap = (
  roots: Element | readonly Element[],
  options: { readonly hidden?: boolean } = {},
): TextMap => finish(textMapInSteps(roots, options));

/** The same, put down between steps: the page may change meanwhile, as it may change under a map. */
export function* textMapInSteps(
  roots: Element | readonly Element[],
  options: { readonly hidden?: boolean } = {},
): Steps<TextMap> {
  const list = 'nodeType' in roots ? [roots] : roots;
  const pieces = list.map((root) => [root]);
  return (yield* mapPieces(pieces, options.hidden)).map;
}

/**
 * Maps pieces of the page, each a list of neighbouring nodes that make one block.
 * @returns the map and, for each piece, the span of its text (empty when it shows none)
 */
export function* mapPieces(
  pieces: readonly (readonly Node[])[],
  hidden = false,
): Steps<{ map: TextMap; spans: Span[] }> {
  const collector = collectText();
  const spans: Span[] = [];
  for (const piece of pieces) {
    collector.border();
    const before = collector.length();
    const start = collector.nextStart();
    yield* walkText(piece, collector, hidden);
    const end = collector.length();
    spans.push(end === before ? { start: before, end } : { start, end });
    if (spans.length % PIECES === 0) yield;
  }
  return { map: mapOf(collector), spans };
}

/** So many pieces, mostly of a few nodes, are a step. */
const PIECES = 50;

function mapOf(collector: TextCollector): TextMap {
  const { text, runs, asides, hidden } = collector.finish();
  const firstRuns = new Map<Node, number>();
  runs.forEach(({ node }, i) => {
    if (!firstRuns.has(node)) firstRuns.set(node, i);
  });
  const lookup = { text, runs, firstRuns };
  return {
    text,
    asides,
    hidden,
    rangeOf: (span) => locateSpan(lookup, span),
    spanOf: (range) => locateRange(lookup, range),
    spanAt: (node, offset) => offsetOf(lookup, node, offset),
  };
}
