import type { Candidate, QuoteFacts } from './candidate.ts';
import { continuationCandidate, turnBefore, type Previous } from './continuation.ts';
import { confidenceOf } from './confidence.ts';
import { cueSites, type CueSites } from './cue-sites.ts';
import { isSpeech } from './quotation-filter.ts';
import { kindOf } from './quotation-kind.ts';
import { nearbyCandidates } from './nearby-candidates.ts';
import { quoteFacts } from './quote-facts.ts';
import { isForShow, repeatedQuotations } from './repeated.ts';
import { reportedCandidates } from './reported-speech.ts';
import { sentenceCandidates } from './sentence-candidates.ts';
import { specialCandidates } from './special-candidates.ts';
import { together, type Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** A quotation with the best candidate for its speaker. */
export interface Attribution {
  readonly facts: QuoteFacts;
  readonly best: Candidate | null;
  /** Index in the result of the attribution that this one continues, or -1. */
  readonly continues: number;
  /** How often a speaker found in this way is right, 0 to 1. */
  readonly confidence: number;
}

/** Words that count people without naming any: what they begin is nobody who could be asked. */
const QUANTITY = new Set(['few', 'no', 'none', 'neither', 'hardly', 'any']);

function isQuantity(x: Syntax, { phrase }: Candidate): boolean {
  if (phrase.kind === 'name') return false;
  const counts = (k: number): boolean => together(x, k, phrase.from) && QUANTITY.has(x.o.lower[k] ?? '');
  // “Few”, “no one”, “none of the councillors”
  const of = x.o.lower[phrase.from - 1] === 'of';
  return counts(phrase.from) || counts(phrase.from - 1) || (of && counts(phrase.from - 2));
}

/** “Few called it “a surprise””: a guess from elsewhere would name somebody for what nobody said. */
function saidByFew(x: Syntax, q: QuoteFacts): boolean {
  const first = x.s.list[q.sentence]?.from ?? q.item;
  return !q.direct && first < q.item && QUANTITY.has(x.o.lower[first] ?? '');
}

/** The best candidate that a quotation has of itself, without its neighbours. */
function ownBest(x: Syntax, sites: CueSites, facts: QuoteFacts): Candidate | null {
  const span = x.o.quotes[facts.index];
  let best: Candidate | null = null;
  const weigh = (candidates: readonly Candidate[]): void => {
    for (const candidate of candidates) {
      if (best !== null && candidate.score <= best.score) continue;
      const start = x.o.start[candidate.phrase.from] ?? 0;
      // A name inside the marks does not say them.
      if (!candidate.place && span && start >= span.start && start < span.end) continue;
      best = candidate;
    }
  };
  weigh(specialCandidates(x, facts));
  // A transcript's label is all there is to say about its line.
  if (span?.family === 'label') return best;
  weigh(sentenceCandidates(x, sites, facts));
  weigh(nearbyCandidates(x, sites, facts));
  weigh(reportedCandidates(x, sites, facts));
  return best;
}

/** A score from which a quotation's own announcement is beyond doubt. */
const SURE = 8;

/**
 * For quotations whose marks the next paragraph opens again: the first sure announcement further on, `“… years.` ¶
 * `“Now it is done,” she said`.
 */
function announcedLater(x: Syntax, own: readonly (Candidate | null)[]): (Candidate | null)[] {
  const later: (Candidate | null)[] = own.map(() => null);
  for (let i = own.length - 2; i >= 0; i--) {
    const span = x.o.quotes[i];
    const next = x.o.quotes[i + 1];
    if (!span?.continues || next?.paragraph !== span.paragraph + 1) continue;
    const theirs = own[i + 1] ?? null;
    const found = theirs && theirs.score >= SURE ? theirs : (later[i + 1] ?? null);
    later[i] = found && { ...found, code: 'paragraphs', score: weights.continuedUnclosed };
  }
  return later;
}

/** Ways of finding a speaker that are guesses: a title's words have the speaker of the same words in the story. */
const GUESSES: ReadonlySet<string | undefined> = new Set([undefined, 'nearest-name', 'continued']);

/** For words that a title repeats: the speaker whom the running text names, when the title only lets us guess. `all` is sorted. */
function asInText(a: Attribution, all: readonly Attribution[], repeats: readonly number[]): Attribution {
  const there = repeats[a.facts.index] ?? -1;
  if (there < 0 || !GUESSES.has(a.best?.code)) return a;
  const other = all.find((b) => b.facts.index === there);
  if (!other || other.confidence <= a.confidence) return a;
  return { ...a, best: other.best, continues: -1, confidence: other.confidence };
}

/**
 * Finds the speaker of every quotation, in order. What is no speech (titles, scare words) is left out.
 * Each quotation looks at a bounded stretch around it, so that the whole is linear.
 */
export function attribute(x: Syntax): Attribution[] {
  const sites = cueSites(x);
  const out: Attribution[] = [];
  let previous: Previous | null = null;
  let last = -1;
  const all = x.o.quotes.map((_, i) => quoteFacts(x, i));
  const own = all.map((facts) => ownBest(x, sites, facts));
  const later = announcedLater(x, own);
  const repeats = repeatedQuotations(x);
  for (const facts of all) {
    let best = own[facts.index] ?? null;
    const ahead = later[facts.index];
    const turn = turnBefore(x, facts, out);
    const before = out[turn]?.best;
    const carried: Candidate | null = before
      ? { phrase: before.phrase, cue: null, code: 'in-turn', score: weights.inTurn }
      : continuationCandidate(x, facts, previous);
    const from = before ? turn : last;
    const sofar = Math.max(best?.score ?? -Infinity, carried?.score ?? -Infinity);
    if (ahead && sofar < weights.continuedNext) best = ahead;
    const goesOn: boolean = carried !== null && (best === null || carried.score > best.score);
    if (carried && goesOn) best = carried;
    if (!isSpeech(x, facts, best)) continue;
    if (repeats[facts.index] !== -1 && isForShow(x, facts)) continue;
    if (best && (isQuantity(x, best) || (GUESSES.has(best.code) && saidByFew(x, facts)))) best = null;
    // One who goes on is no surer than he was when he began.
    const carriedFrom = goesOn ? (out[from]?.confidence ?? 0) : 1;
    const confidence = Math.min(1, carriedFrom + 0.02) * confidenceOf(best, kindOf(x, facts), facts.words);
    out.push({ facts, best, continues: goesOn ? from : -1, confidence });
    last = out.length - 1;
    previous = best ? { facts, best } : null;
  }
  return out.map((a) => asInText(a, out, repeats));
}
