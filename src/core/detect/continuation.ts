import type { Candidate, QuoteFacts } from './candidate.ts';
import type { QuotationEvidence } from './evidence.ts';
import { lastInside } from './outline-sentences.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** What was decided for an earlier quotation. */
export interface Spoken {
  readonly facts: QuoteFacts;
  readonly best: Candidate | null;
}

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

/** Index in `said` of the quotation whose speaker has the word again: of the paragraph before last, by another than the last. */
export function turnBefore(x: Syntax, q: QuoteFacts, said: readonly Spoken[]): number {
  if (!fillsParagraph(x, q)) return -1;
  const mine = x.o.quotes[q.index]?.paragraph ?? 0;
  const last = said.length - 1;
  const theirs = said[last];
  const between = theirs && x.o.quotes[theirs.facts.index];
  if (!theirs?.best || !between || between.paragraph !== mine - 1 || between.continues) return -1;
  let n = last;
  while (n >= 0 && x.o.quotes[said[n]?.facts.index ?? -1]?.paragraph === mine - 1) n--;
  const first = said[n];
  if (!first?.best || x.o.quotes[first.facts.index]?.paragraph !== mine - 2) return -1;
  const dash = x.o.quotes[q.index]?.family === 'dash';
  const asked = [first, theirs, { facts: q }].some(({ facts }) => isQuestion(x, facts));
  if (!dash && !asked) return -1;
  return samePhrase(x, first.best, theirs.best) ? -1 : n;
}

const isQuestion = (x: Syntax, q: QuoteFacts): boolean => lastInside(x.o, q.index) === '?';

function fillsParagraph(x: Syntax, q: QuoteFacts): boolean {
  const line = x.o.paragraph[q.item];
  return x.o.paragraph[q.item - 1] !== line && x.o.paragraph[q.item + 1] !== line ? true : opensDash(x, q);
}

/** A line of dialogue has its dash before it. */
function opensDash(x: Syntax, q: QuoteFacts): boolean {
  const line = x.o.paragraph[q.item];
  return (
    x.o.quotes[q.index]?.family === 'dash' &&
    x.o.paragraph[q.item - 2] !== line &&
    x.o.paragraph[q.item + 1] !== line
  );
}

function samePhrase(x: Syntax, a: Candidate, b: Candidate): boolean {
  const words = ({ phrase }: Candidate): string => x.o.lower.slice(phrase.from, phrase.to).join(' ');
  return words(a) === words(b);
}
