import type { Candidate } from './candidate.ts';
import type { QuotationEvidence } from './evidence.ts';

type Steps = readonly (readonly [score: number, share: number])[];

/** Shares for codes that behave alike; `general` for those that are too rare to have a row of their own. */
const general: Steps = [
  [9, 0.9],
  [6, 0.86],
  [4, 0.7],
  [3, 0.5],
  [1, 0.4],
];

/**
 * Share of right speakers by the way they were found and their score, from the highest score down, rounded
 * from counts on newspaper articles (`npm run eval -- --calibration` prints the counts for any gold file).
 */
const measured: Partial<Record<QuotationEvidence, Steps>> = {
  'cue-after': [
    [9, 0.98],
    [6, 0.82],
    [4, 0.8],
    [3, 0.4],
  ],
  'cue-inverted': [
    [9, 0.97],
    [5, 0.8],
  ],
  'cue-before': [
    [9, 0.9],
    [6, 0.75],
  ],
  'cue-around': [
    [8, 0.95],
    [6, 0.88],
    [4, 0.75],
    [3, 0.48],
    [0, 0.4],
  ],
  continued: [
    [6.5, 0.98],
    [4, 0.7],
    [2, 0.4],
  ],
  'weak-verb': [
    [6, 0.75],
    [0, 0.33],
  ],
  'sentence-before': [
    [4, 0.85],
    [3, 0.72],
    [0, 0.25],
  ],
  'nearest-name': [[1, 0.4]],
  label: [
    [9, 0.8],
    [6, 0.86],
    [4, 0.45],
  ],
  passive: [
    [6, 0.85],
    [0, 0.2],
  ],
};

/** How often a speaker found in this way is the right one, 0 to 1. */
export function confidenceOf(candidate: Candidate | null): number {
  if (!candidate) return 0;
  for (const [score, share] of measured[candidate.code] ?? general) {
    if (candidate.score >= score) return share;
  }
  return 0.15;
}

/** A speaker less sure than this is not named: a wrong name is worse than none. */
export const leastConfidence = 0.3;
