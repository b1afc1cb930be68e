import type { Candidate } from './candidate.ts';
import type { Phrase } from './noun-phrases.ts';
import type { PeopleFound } from './people.ts';
import type { Span } from '#core/text.ts';
import { antecedentOf } from './phrase-walk.ts';
import type { Syntax } from './syntax.ts';
import type { Speaker } from './types.ts';

/** The stretch of text that items `[from, to)` of the outline cover. */
export function itemSpan(x: Syntax, from: number, to: number): Span {
  const start = x.o.start[from] ?? 0;
  return { start, end: Math.max(start, x.o.end[to - 1] ?? start) };
}

/** Of “her lawyer, Tom Weller”, the name. */
function named(x: Syntax, phrase: Phrase): Phrase {
  let comma = phrase.to - 1;
  while (comma >= phrase.from && x.tags[comma] !== ',') comma--;
  return comma < phrase.from ? phrase : { ...phrase, from: comma + 1 };
}

/** Whether a conjunction stands in a phrase. */
function joins(x: Syntax, { from, to }: Phrase): boolean {
  for (let i = from; i < to; i++) if (x.tags[i] === 'C') return true;
  return false;
}

/** Makes the speaker of a phrase: its words, and whom they mean given who spoke before. */
export function makeSpeaker(
  x: Syntax,
  candidate: Candidate,
  people: PeopleFound,
  spokenBefore: string | null,
): Speaker {
  const { text } = x.o.doc;
  const { phrase, place } = candidate;
  const span = place ?? itemSpan(x, phrase.from, phrase.to);
  const meant = phrase.kind === 'relative' ? (antecedentOf(x, phrase.from) ?? phrase) : named(x, phrase);
  // Two who speak together are nobody in particular.
  const several = !place && joins(x, meant);
  const person = several
    ? null
    : people.resolve(place ?? itemSpan(x, meant.from, meant.to), {
        spokenBefore,
        quotations: x.o.quotes,
      });
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end), person };
}
