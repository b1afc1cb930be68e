import type { Span } from './text.ts';

/** A passage with some of the text around it; `start` is where it stands in the whole text (UTF-16 units). */
export interface PassageInText {
  readonly exact: string;
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** Where words begin, and where they end with the stops that belong to them, in one text. */
interface Edges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stops that go with the word before them. A closing quotation mark does not: what is quoted ends before it. */
const stops = /[.,;:!?…。、！？]/u;

function edgesOf(text: string): Edges {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text,
  )) {
    if (isWordLike !== true) continue;
    let end = index + segment.length;
    while (stops.test(text[end] ?? '')) end++;
    starts.push(index);
    ends.push(end);
  }
  return { starts, ends };
}

/**
 * Moves one end of a passage by one word: `by` 1 towards the end of the text, -1 towards its beginning.
 * @returns the new span in the whole text; null where there is no further word, or none would be left
 */
export function moveEnd(passage: PassageInText, edge: 'start' | 'end', by: 1 | -1): Span | null {
  const { text, start, end, base } = unfolded(passage);
  const { starts, ends } = edgesOf(text);
  const candidates = edge === 'start' ? starts : ends;
  const from = edge === 'start' ? start : end;
  const next = by === 1 ? candidates.find((at) => at > from) : candidates.findLast((at) => at < from);
  if (next === undefined) return null;
  const span = edge === 'start' ? { start: next, end } : { start, end: next };
  if (!starts.some((at) => at >= span.start && at < span.end)) return null;
  return { start: base + span.start, end: base + span.end };
}

/** The passage from the nearest beginning of a word to the nearest end of one: for ends that were set by hand. */
export function snapToWords(passage: PassageInText): Span {
  const { text, start, end, base } = unfolded(passage);
  const { starts, ends } = edgesOf(text);
  const first = nearest(starts, start) ?? start;
  const last = nearest(
    ends.filter((at) => at > first),
    end,
  );
  return { start: base + first, end: base + (last ?? end) };
}

function unfolded({ exact, start, before, after }: PassageInText) {
  const from = before.length;
  return { text: before + exact + after, start: from, end: from + exact.length, base: start - from };
}

function nearest(places: readonly number[], wanted: number): number | undefined {
  let best: number | undefined;
  for (const place of places)
    if (best === undefined || Math.abs(place - wanted) < Math.abs(best - wanted)) best = place;
  return best;
}
