import type { Span } from '#core/text.ts';
import type { NameText } from './name-runs.ts';
import { trait } from './name-words.ts';
import type { KnownPerson } from './person-build.ts';
import { insideAny, numberSentences, type PlacedMention } from './person-index.ts';
import type { Reference, ResolveContext, TrailPlace } from './person-reference.ts';
import { mentionStanding, pronounGender, pronounStanding, resolvePronoun } from './pronoun-resolve.ts';

/** What was made for one list of quotations. */
export interface Trail extends Pick<Reference, 'trail' | 'numbers'> {
  readonly quotations: readonly Span[];
}

const none: readonly Span[] = [];

/**
 * Makes the function that gives the places where people are meant: by name, or by a pronoun outside quotations. Each pronoun is
 * resolved with the help of those before it: in `Ada was born in Rome. She met Eva. She …` the second word keeps Ada near. Made at
 * first use for the context's quotations, and kept.
 */
export function makeTrail(
  text: NameText,
  people: readonly KnownPerson[],
  placed: readonly PlacedMention[],
): (context: ResolveContext) => Trail {
  let made: Trail | undefined;
  return ({ quotations = none }) => {
    if (made?.quotations !== quotations) {
      const numbers = numberSentences(text.doc.sentences, quotations);
      made = { quotations, numbers, trail: layTrail(text, people, placed, { quotations, numbers }) };
    }
    return made;
  };
}

function layTrail(
  text: NameText,
  people: readonly KnownPerson[],
  placed: readonly PlacedMention[],
  { quotations, numbers }: Pick<Trail, 'quotations' | 'numbers'>,
): TrailPlace[] {
  const trail: TrailPlace[] = [];
  const context = { quotations };
  let next = 0;
  const layNames = (end: number): void => {
    for (let item = placed[next]; item !== undefined && item.start < end; item = placed[++next]) {
      const { start, token, mention, known } = item;
      const standing = mention === null ? 0 : mentionStanding(text, mention, insideAny(quotations, start));
      trail.push({ start, token, mention, known, standing });
    }
  };
  for (let i = 0; i < text.words.length; i++) {
    if (((text.traits[i] ?? 0) & trait.pronoun) === 0) continue;
    const gender = pronounGender(text, i);
    if (gender === null) continue;
    const start = text.doc.tokens.start[i] ?? 0;
    layNames(start);
    if (insideAny(quotations, start)) continue;
    const known = resolvePronoun(
      { text, people, placed, trail, numbers, from: i, to: i + 1, context },
      gender,
    );
    if (known !== null)
      trail.push({ start, token: i, mention: null, known, standing: pronounStanding(text, i) });
  }
  layNames(Infinity);
  return trail;
}
