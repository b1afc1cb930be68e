import type { Candidate, QuoteFacts } from './candidate.ts';
import { continuationCandidate, type Previous } from './continuation.ts';
import { confidenceOf } from './confidence.ts';
import { cueSites } from './cue-sites.ts';
import { isSpeech } from './quotation-filter.ts';
import { nearbyCandidates } from './nearby-candidates.ts';
import { quoteFacts } from './quote-facts.ts';
import { sentenceCandidates } from './sentence-candidates.ts';
import { specialCandidates } from './special-candidates.ts';
import type { Syntax } from './syntax.ts';

/** A quotation with the best candidate for its speaker. */
export interface Attribution {
  readonly facts: QuoteFacts;
  readonly best: Candidate | null;
  /** Index in the result of the attribution that this one continues, or -1. */
  readonly continues: number;
  /** How often a speaker found in this way is right, 0 to 1. */
  readonly confidence: number;
}

const better = (a: Candidate | null, b: Candidate): Candidate => (a === null || b.score > a.score ? b : a);

/**
 * Finds the speaker of every quotation, in order. What is no speech (titles, scare words) is left out.
 * Each quotation looks at a bounded stretch around it, so that the whole is linear.
 */
export function attribute(x: Syntax): Attribution[] {
  const sites = cueSites(x);
  const out: Attribution[] = [];
  let previous: Previous | null = null;
  let last = -1;
  for (let i = 0; i < x.o.quotes.length; i++) {
    const facts = quoteFacts(x, i);
    const found = [
      ...sentenceCandidates(x, sites, facts),
      ...specialCandidates(x, facts),
      ...nearbyCandidates(x, sites, facts),
    ];
    const span = x.o.quotes[i];
    let best: Candidate | null = null;
    for (const candidate of found) {
      const start = x.o.start[candidate.phrase.from] ?? 0;
      if (span && start >= span.start && start < span.end) continue;
      best = better(best, candidate);
    }
    const carried = continuationCandidate(x, facts, previous);
    const goesOn: boolean = carried !== null && (best === null || carried.score > best.score);
    if (carried && goesOn) best = carried;
    if (!isSpeech(x, facts, best)) continue;
    // One who goes on is no surer than he was when he began.
    const carriedFrom = goesOn ? (out[last]?.confidence ?? 0) : 1;
    const confidence = Math.min(1, carriedFrom + 0.02) * confidenceOf(best);
    out.push({ facts, best, continues: goesOn ? last : -1, confidence });
    last = out.length - 1;
    previous = best ? { facts, best } : null;
  }
  return out;
}
