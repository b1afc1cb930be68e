import type { Span } from '#core/text.ts';
import type { KnownPerson } from './person-build.ts';
import type { NameMention } from './person-mention.ts';

/** A mention with its person, as the resolver walks over them. */
export interface PlacedMention {
  readonly mention: NameMention;
  readonly known: KnownPerson;
}

/** All mentions of a document in order. */
export function placeMentions(people: readonly KnownPerson[]): PlacedMention[] {
  const placed = people.flatMap((known) => known.mentions.map((mention) => ({ mention, known })));
  return placed.sort((a, b) => a.mention.start - b.mention.start);
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
