import type { Language } from './languages/language.ts';

/** What a language's lists say of a word, one bit a list. */
export const lex = {
  cue1: 1 << 0,
  cue2: 1 << 1,
  cue3: 1 << 2,
  assertion: 1 << 3,
  inverting: 1 << 4,
  ambiguous: 1 << 5,
  cueNoun: 1 << 6,
  auxiliary: 1 << 7,
  verb: 1 << 8,
  adverb: 1 << 9,
  preposition: 1 << 10,
  determiner: 1 << 11,
  conjunction: 1 << 12,
  subordinator: 1 << 13,
  relative: 1 << 14,
  pronoun: 1 << 15,
  objectPronoun: 1 << 16,
  possessive: 1 << 17,
  speaker: 1 << 18,
  document: 1 << 19,
  time: 1 << 20,
  work: 1 << 21,
  abbreviation: 1 << 22,
} as const;

export const anyCue = lex.cue1 | lex.cue2 | lex.cue3;

/** Every listed word of a language with the bits of the lists that hold it. */
export type Lexicon = ReadonlyMap<string, number>;

const cache = new Map<string, Lexicon>();

function build(language: Language): Lexicon {
  const words = new Map<string, number>();
  const put = (list: string, bit: number): void => {
    for (const word of list.split(/\s+/)) if (word) words.set(word, (words.get(word) ?? 0) | bit);
  };
  put(language.cues[1], lex.cue1);
  put(language.cues[2], lex.cue2);
  put(language.cues[3], lex.cue3);
  put(language.assertions, lex.assertion);
  put(language.inverting, lex.inverting);
  put(language.ambiguous, lex.ambiguous);
  put(language.cueNouns, lex.cueNoun);
  put(language.auxiliaries, lex.auxiliary);
  put(language.verbs, lex.verb);
  put(language.adverbs, lex.adverb);
  put(language.prepositions, lex.preposition);
  put(language.sourceEndings, lex.preposition);
  put(language.determiners, lex.determiner);
  put(language.conjunctions, lex.conjunction);
  put(language.subordinators, lex.subordinator);
  put(language.relatives, lex.relative);
  put(language.pronouns, lex.pronoun);
  put(language.objectPronouns, lex.objectPronoun);
  put(language.possessives, lex.possessive);
  put(language.speakers, lex.speaker);
  put(language.documents, lex.document);
  put(language.times, lex.time);
  put(language.workNouns, lex.work);
  return words;
}

/** The lexicon of a language, built at its first use. */
export function lexiconOf(language: Language): Lexicon {
  let found = cache.get(language.code);
  if (found === undefined) {
    found = build(language);
    cache.set(language.code, found);
  }
  return found;
}

/** How strongly a word with these bits announces speech: 0 (not at all) to 3. */
export function cueStrength(bits: number): 0 | 1 | 2 | 3 {
  if (bits & lex.cue3) return 3;
  if (bits & lex.cue2) return 2;
  return bits & lex.cue1 ? 1 : 0;
}
