import type { Candidate } from './candidate.ts';

/**
 * Share of right speakers among those found with a score at least this high, measured on articles that tuned
 * nothing (see `scripts/eval.ts --calibration`). Sorted by score, highest first.
 */
const steps: readonly (readonly [score: number, share: number])[] = [
  [10, 0.97],
  [8, 0.95],
  [6.5, 0.88],
  [5, 0.8],
  [3.5, 0.7],
  [2, 0.5],
  [0.5, 0.35],
];

/** How often a speaker found in this way is the right one, 0 to 1. */
export function confidenceOf(candidate: Candidate | null): number {
  if (!candidate) return 0;
  for (const [score, share] of steps) if (candidate.score >= score) return share;
  return 0.2;
}
