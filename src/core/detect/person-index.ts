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
  const placed: PlacedMention[] = [];
  for (const known of people) {
    for (const mention of known.mentions)
      placed.push({ start: mention.start, token: mention.from, mention, known });
  }
  return placed.sort((a, b) => a.start - b.start);
}

/** Index of the first of the sorted items that does not start before `offset`. */
export function firstPlaced(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same for a list of starts. */
export function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset lies in one of the spans, which are sorted and do not overlap much. */
export function insideAny(spans: readonly Span[], offset: number): boolean {
  const after = firstPlaced(spans, offset + 1);
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
