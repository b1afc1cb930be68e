/**
 * How good each way of finding a speaker is, on one scale: 0 a guess, 5 more often right than not, 8 nearly
 * always, 12 certain. Coarse on purpose; `confidence.ts` turns the sum into a measured share of right answers.
 */
export const weights = {
  /** Cue after the quotation, touching it (`…,” Lee said`), by strength 0 to 3. */
  rightTouching: [0.5, 6.5, 10, 10],
  /** The same with a comma between (`…,” the paper of record, Lee said`). */
  rightComma: [0.5, 3, 5.2, 6.2],
  rightFar: [0.5, 0.8, 1.6, 2.2],
  /** Cue before the quotation, touching it (`Lee said, “…`). */
  leftTouching: [1.4, 8, 9.5, 9.5],
  leftColon: [1.4, 7.5, 7.5, 7.5],
  leftComma: [1.4, 5, 6.5, 6.5],
  leftFar: [1.4, 4.2, 5.3, 5.6],
  /** A verb that is no cue, touching a quotation that ends with a comma: `…,” Lee grinned`. */
  unknownVerbAfterComma: 8.5,
  unknownVerbAfterStop: 5.5,
  /** A verb that is no cue before a comma and a direct quotation: `Lee shot back, “…`. */
  unknownVerbBefore: 6,
  /** A clause without a cue before a colon: `Lee had a message for them: “…`. */
  colonClause: 5.5,
  /** For a mixed quotation: an assertion further left, the first verb of the sentence. */
  outerAssertion: 0.5,
  outerMain: 1.2,
  innerUnderOuter: -1.5,
  source: 11.5,
  passive: 7.2,
  ownWords: 7.8,
  /** A clause that goes on reporting; whose view a sentence gives; whom a verb of citing cites. */
  carriedReport: 5,
  viewpoint: 6.5,
  cited: 11,
  /** A verb that closes the clause right behind the marks, by strength 0 to 3. */
  closing: [0, 6.6, 7.5, 7.5],
  /** A cue verb and its subject between commas inside the marks. */
  announcedInside: 10.2,
  label: 9,
  labelInTitle: 7.5,
  transcript: 12,
  signature: 8,
  cueNoun: 4.4,
  ownCueNoun: 3.4,
  agentAfter: 1.5,
  before: [0, 1.6, 2.6, 2.6],
  beforeParagraph: [0, 1.2, 2.2, 2.2],
  afterwards: [0, 0.9, 1.8, 1.8],
  colonBonus: 4,
  continuedUnclosed: 9.3,
  continuedNext: 7,
  continuedSameSentence: 2.8,
  continuedSameParagraph: 4.2,
  continuedMixed: 0.8,
  continuedNextParagraph: 2.6,
  inTurn: 5.2,
  nearestLeft: 0.9,
  nearestRight: 0,
  nearestBefore: -0.3,
  /** What can be said of the phrase itself, by its voice 0 to 2. */
  voice: [-2.5, 0.1, 0.6],
} as const;
