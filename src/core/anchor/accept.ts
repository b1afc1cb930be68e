import type { Candidate } from './candidate.ts';
import { sideOf, sideScore, type Side } from './context.ts';
import { fingerprint } from './fingerprint.ts';
import { RIVAL_WORDS, split, type Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** A rival's context must fit at least so well, and by so much better than the passage's own, to be believed. */
const RIVAL_FIT = 0.45;
const RIVAL_LEAD = 0.08;

/**
 * Whether the words around a place fit another place where the passage, or much of it, stood when it was saved: then
 * this place is that other one, and ours is gone.
 */
export function isRival(index: TextIndex, pattern: Pattern, candidate: Candidate): boolean {
  const rivals = pattern.context?.rivals ?? [];
  if (rivals.length === 0) return false;
  const { first, end, firstWord, lastWord, kept } = candidate;
  // Word for word what stood at another place is that place.
  if (kept < 1) {
    const wording = fingerprint(index, first, end);
    if (rivals.some((rival) => rival.wording === wording)) return true;
  }
  const fit = (before: Side, after: Side): number => {
    const left = sideScore(index, before, first - 1, -1, firstWord);
    const right = sideScore(index, after, end, 1, pattern.words.length - 1 - lastWord);
    return ((left ?? 0.5) + (right ?? 0.5)) / 2;
  };
  const own = fit(nearest(pattern.before), nearest(pattern.after));
  if (own + RIVAL_LEAD >= 1) return false;
  return rivals.some((rival) => {
    const other = fit(sideOf(index, split(rival.before).reverse()), sideOf(index, split(rival.after)));
    return other >= RIVAL_FIT && other > own + RIVAL_LEAD;
  });
}

const nearest = ({ numbers, weights }: Side): Side => ({
  numbers: numbers.subarray(0, RIVAL_WORDS),
  weights: weights.subarray(0, RIVAL_WORDS),
});

/**
 * Whether a place is good enough to be shown as the passage. The bar on the words that are kept rises as the passage
 * gets shorter, and what is short or was repeated must also have its context.
 * @param runs how often the passage stands word for word on the page now
 */
export function isAcceptable(pattern: Pattern, candidate: Candidate, runs: number): boolean {
  return candidate.kept === 1
    ? isAcceptableRun(pattern, candidate, runs)
    : isAcceptableChange(pattern, candidate);
}

function isAcceptableRun(pattern: Pattern, candidate: Candidate, runs: number): boolean {
  const length = pattern.words.length;
  const wasAlone = (pattern.context?.occurrences ?? 1) === 1;
  if (length >= 8) return true;
  if (length >= 4) return (runs === 1 && wasAlone) || candidate.local >= 0.2;
  if (runs === 1 && wasAlone) return candidate.context >= (length >= 2 ? 0.1 : 0.22);
  return candidate.local >= 0.5 && (candidate.context >= 0.6 || pattern.context === null);
}

function isAcceptableChange(pattern: Pattern, candidate: Candidate): boolean {
  const { kept, complete, context, local, near } = candidate;
  const length = pattern.words.length;
  if (kept >= 0.8 && kept * pattern.weight >= 6) return true;
  if (length >= 8)
    return (
      (kept >= 0.85 && context >= 0.1) || (kept >= 0.62 && local >= 0.2) || (kept >= 0.6 && local >= 0.6)
    );
  if (complete && length >= 2 && (near >= 0.4 || local >= 0.3)) return true;
  if (length >= 4) return (kept >= 0.8 && context >= 0.2) || (kept >= 0.62 && local >= 0.5);
  // A single name that was repeated, in another form: it is some other of its mentions.
  if (length === 1 && (pattern.context?.occurrences ?? 1) > 1) return false;
  return (kept >= 0.8 && local >= (length === 1 ? 0.75 : 0.4)) || (kept >= 0.5 && local >= 0.75);
}
