import type { Span } from '#core/text.ts';
import type { KnownPerson } from './person-build.ts';
import type { NameMention } from './person-mention.ts';

/** A place where a person is meant: a name or, with `mention` null, a pronoun that was resolved. */
export interface PlacedMention {
  /** UTF-16 offset and token index of its start. */
  readonly start: number;
  readonly token: number;
  readonly mention: NameMention | null;
  readonly known: KnownPerson;
}

/** All mentions of a document in order. */
export function placeMentions(people: readonly KnownPerson[]): PlacedMention[] {
  const placed = people.flatMap((known) =>
    known.mentions.map((mention) => ({ start: mention.start, token: mention.from, mention, known })),
  );
  return placed.sort((a, b) => a.start - b.start);
}

/** Index of the first of the placed mentions that does not start before `offset`. */
export function firstPlaced(placed: readonly PlacedMention[], offset: number): number {
  return firstFrom({ length: placed.length, at: (i) => placed[i]?.start ?? 0 }, offset);
}

/** Index of the first of the sorted items whose start is not before `offset`. */
export function firstFrom(
  starts: { readonly length: number; at(i: number): number },
  offset: number,
): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset lies in one of the spans, which are sorted and do not overlap much. */
export function insideAny(spans: readonly Span[], offset: number): boolean {
  const after = firstFrom({ length: spans.length, at: (i) => spans[i]?.start ?? 0 }, offset + 1);
  for (let i = after - 1; i >= 0 && i > after - 4; i--) {
    const span = spans[i];
    if (span !== undefined && span.start <= offset && offset < span.end) return true;
  }
  return false;
}

/**
 * Numbers the sentences of a document, leaving out those that stand wholly inside quotations: `“…” he said` is as near to
 * the sentence before the quotation as if nothing stood between.
 */
export function numberSentences(sentences: readonly Span[], quotations: readonly Span[]): Int32Array {
  const numbers = new Int32Array(sentences.length);
  let number = 0;
  sentences.forEach(({ start, end }, i) => {
    if (!(insideAny(quotations, start) && insideAny(quotations, end - 1))) number++;
    numbers[i] = number;
  });
  return numbers;
}
