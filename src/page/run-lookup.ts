import type { Span } from '#core/text.ts';
import type { TextRun } from './text-runs.ts';

/** A mapped text with its runs in order, and the number of each text node's first run. */
export interface RunLookup {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly firstRuns: ReadonlyMap<Node, number>;
}

/** The first index in `[0, count)` for which `holds`, given that it holds for all after it; `count` when for none. */
function firstIndex(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The range of a span of the text; null when it covers no run or one of its text nodes no longer holds what it held. */
export function locateSpan({ text, runs }: RunLookup, span: Span): Range | null {
  const from = firstIndex(runs.length, (i) => endOf(runs[i]) > span.start);
  const to = firstIndex(runs.length, (i) => (runs[i]?.textStart ?? 0) >= span.end);
  const first = runs[from];
  const last = runs[to - 1];
  if (!first || !last || span.end <= span.start || last.textStart < first.textStart) return null;
  // Those in the middle too: a page that changes one word between two nodes would have its own words marked as somebody's.
  for (let i = from; i < to; i++) {
    const run = runs[i];
    if (run && !isUnchanged(text, run, span)) return null;
  }
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.nodeStart + Math.max(0, span.start - first.textStart));
  range.setEnd(last.node, last.nodeStart + Math.min(last.length, span.end - last.textStart));
  // A range cannot leave a shadow tree: it has collapsed then.
  return range.collapsed ? null : range;
}

const endOf = (run: TextRun | undefined): number => (run ? run.textStart + run.length : 0);

/** How many units beside a span are compared as well. */
const beside = 32;

/**
 * Whether a run still holds the words of a span and those beside them. Not all of a run: one text node may hold the whole article, and
 * comparing all of it for each of its marks would take time with the square of its length.
 */
function isUnchanged(text: string, { node, nodeStart, textStart, length }: TextRun, span: Span): boolean {
  const from = Math.max(0, span.start - beside - textStart);
  const to = Math.min(length, span.end + beside - textStart);
  if (!node.isConnected) return false;
  const now = node.data.slice(nodeStart + from, nodeStart + to).replace(/\s/g, ' ');
  return now === text.slice(textStart + from, textStart + to);
}

/** The span that a range covers, without space at its ends. */
export function locateRange(lookup: RunLookup, range: AbstractRange): Span | null {
  let start = boundary(lookup, range.startContainer, range.startOffset, false);
  let end = boundary(lookup, range.endContainer, range.endOffset, true);
  while (start < end && isSpace(lookup.text, start)) start++;
  while (end > start && isSpace(lookup.text, end - 1)) end--;
  return end > start ? { start, end } : null;
}

const isSpace = (text: string, offset: number): boolean => /\s/.test(text.charAt(offset));

/** The offset of a place in a mapped text node, or of what follows a place between elements. */
export function offsetOf(lookup: RunLookup, node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE && !lookup.firstRuns.has(node)) return null;
  return lookup.runs.length === 0 ? null : boundary(lookup, node, offset, false);
}

/** Where a boundary point falls in the text: at the end of what precedes it (`backward`) or the start of what follows. */
function boundary(lookup: RunLookup, node: Node, offset: number, backward: boolean): number {
  const { runs, firstRuns, text } = lookup;
  const first = firstRuns.get(node);
  if (first === undefined) {
    const next = firstRunAfter(lookup, node, offset);
    return backward ? endOf(runs[next - 1]) : (runs[next]?.textStart ?? text.length);
  }
  // The last run of this node that starts at or before the offset.
  const later = firstIndex(runs.length - first - 1, (i) => {
    const next = runs[first + 1 + i];
    return next?.node !== node || next.nodeStart > offset;
  });
  const run = runs[first + later];
  if (!run) return text.length;
  if (offset < run.nodeStart) return backward ? endOf(runs[first + later - 1]) : run.textStart;
  return run.textStart + Math.min(run.length, offset - run.nodeStart);
}

/** The number of the first run that stands wholly after a place that is in none of them. */
function firstRunAfter({ runs }: RunLookup, node: Node, offset: number): number {
  const child = node.nodeType === Node.ELEMENT_NODE ? node.childNodes[offset] : undefined;
  const isAfter = (i: number): boolean => {
    const other = runs[i]?.node;
    if (!other) return true;
    if (child) return child === other || (child.compareDocumentPosition(other) & FOLLOWS_OR_INSIDE) !== 0;
    return (node.compareDocumentPosition(other) & FOLLOWS_OR_INSIDE) === Node.DOCUMENT_POSITION_FOLLOWING;
  };
  return firstIndex(runs.length, isAfter);
}

const FOLLOWS_OR_INSIDE = 4 | 16;
