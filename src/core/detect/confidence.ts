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
    [6, 0.85],
    [4, 0.6],
    [3, 0.3],
  ],
  'cue-inverted': [
    [9, 0.97],
    [5, 0.8],
  ],
  'cue-before': [
    [9, 0.91],
    [6, 0.75],
  ],
  'cue-around': [
    [8, 0.95],
    [6, 0.87],
    [4, 0.8],
    [3, 0.48],
    [0, 0.35],
  ],
  continued: [
    [6.5, 0.98],
    [4, 0.6],
    [2, 0.5],
  ],
  // As sure as the paragraph before.
  paragraphs: [[0, 0.98]],
  'in-turn': [[0, 0.9]],
  'weak-verb': [
    [6, 0.65],
    [0, 0.42],
  ],
  'sentence-before': [
    [4, 0.8],
    [3, 0.71],
    [2, 0.35],
  ],
  'nearest-name': [[1, 0.42]],
  label: [
    [7, 0.88],
    [5, 0.66],
    [4, 0.45],
  ],
  passive: [
    [6, 0.85],
    [0, 0.2],
  ],
};

/** The same for mixed quotations, where it differs: terms and scare words are among them, which nobody says. */
const measuredMixed: Partial<Record<QuotationEvidence, Steps>> = {
  'cue-after': [
    [9, 0.88],
    [6, 0.66],
    [5, 0.5],
  ],
  'cue-inverted': [
    [9, 0.86],
    [6, 0.75],
    [5, 0.35],
  ],
  'cue-before': [
    [9, 0.79],
    [8, 0.4],
  ],
  'cue-around': [
    [6.75, 0.95],
    [6, 0.83],
    [4.25, 0.78],
    [3.25, 0.62],
    [2.75, 0.36],
  ],
  continued: [[2, 0.25]],
  'weak-verb': [[0, 0.25]],
  'nearest-name': [[0, 0.35]],
};

/** A mixed quotation of so many words is no term: a weak announcement is as good as for a direct one. */
const FEWEST_SAID = 4;
const WEAK: ReadonlySet<QuotationEvidence> = new Set(['weak-verb', 'nearest-name', 'continued']);

/** How often a speaker found in this way for a quotation of this kind and number of words is the right one, 0 to 1. */
export function confidenceOf(candidate: Candidate | null, kind: 'direct' | 'mixed', words: number): number {
  if (!candidate) return 0;
  const { code } = candidate;
  const own = kind === 'mixed' && !(WEAK.has(code) && words >= FEWEST_SAID) ? measuredMixed[code] : undefined;
  for (const [score, share] of own ?? measured[code] ?? general) {
    if (candidate.score >= score) return share;
  }
  return 0.15;
}

/** A speaker less sure than this is not named: a wrong name is worse than none. */
export const leastConfidence = 0.3;
