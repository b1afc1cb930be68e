import type { Candidate, QuoteFacts } from './candidate.ts';
import type { QuotationEvidence } from './evidence.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** What was decided for the quotation before. */
export interface Previous {
  readonly facts: QuoteFacts;
  readonly best: Candidate;
}

/** The candidate that the speaker of the quotation before goes on, or null. */
export function continuationCandidate(x: Syntax, q: QuoteFacts, previous: Previous | null): Candidate | null {
  if (!previous) return null;
  const { o, s } = x;
  const mine = o.quotes[q.index];
  const theirs = o.quotes[previous.facts.index];
  if (!mine || !theirs) return null;
  // Lines of a transcript and of dialogue take turns.
  if (mine.family === 'label' || (mine.family === 'dash' && mine.paragraph !== theirs.paragraph)) return null;
  const paragraphs = mine.paragraph - theirs.paragraph;
  const sentences = q.sentence - previous.facts.sentence;
  let score: number;
  let code: QuotationEvidence = 'continued';
  if (theirs.continues && paragraphs === 1) {
    score = weights.continuedUnclosed;
    code = 'paragraphs';
  } else if (paragraphs === 0 && sentences === 0) score = weights.continuedSameSentence;
  else if (paragraphs === 0 && q.alone) score = sentences === 1 ? weights.continuedNext : 4.6;
  else if (paragraphs === 0) score = q.direct ? weights.continuedSameParagraph : weights.continuedMixed;
  else if (paragraphs === 1) score = q.alone ? weights.continuedNextParagraph : 1.2;
  else score = 0.2;
  // Between marks that the page lost count of, a list between two dashes say, the sentence still holds them together.
  const sentence = s.list[q.sentence];
  if (!sentence) return null;
  return { phrase: previous.best.phrase, cue: previous.best.cue, code, score };
}
