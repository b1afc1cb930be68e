/** Why a quotation has its speaker. One line a code; the interface has a sentence for each. */
export const quotationEvidence = [
  'cue-after', // “…,” Lee said: the subject of a cue verb after the quotation
  'cue-before', // Lee said, “…”
  'cue-inverted', // “…,” said Lee
  'cue-around', // the cue verb governs from further left, over other verbs
  'weak-verb', // the subject of a verb that does not announce speech by itself
  'according-to', // according to Lee
  'passive', // was called “…” by Lee
  'cue-noun', // Lee’s claim that “…”
  'own-words', // in Lee’s words
  'label', // Lee: “…”
  'transcript', // a line that begins with the speaker’s name
  'signature', // “…” — Lee
  'sentence-before', // announced by the sentence before
  'sentence-after', // announced by the sentence after
  'colon-before', // the sentence before ends with a colon
  'continued', // the speaker of the quotation before goes on
  'paragraphs', // carried on from a paragraph whose marks were not closed
  'nearest-name', // no cue: the nearest that can speak
  'in-turn', // two speak in turn, a paragraph each: the one before last
] as const;

export type QuotationEvidence = (typeof quotationEvidence)[number];

/** How the words that name the speaker were read; follows the code above. */
export const readingEvidence = [
  'pronoun', // “he” stands for a person named elsewhere
  'role', // “the senator” stands for a person named elsewhere
  'who', // the relative pronoun stands for what is before it
] as const;

export type ReadingEvidence = (typeof readingEvidence)[number];
