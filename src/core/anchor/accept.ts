import type { Candidate } from './candidate.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';
import { sideScore } from './context.ts';

/**
 * Whether the words around a place fit another occurrence of the passage better than the saved one: then this place
 * is that other occurrence, and ours is gone.
 */
export function isRival(index: TextIndex, pattern: Pattern, candidate: Candidate): boolean {
  if (pattern.rivals.length === 0) return false;
  const fit = (before: number | null, after: number | null): number => ((before ?? 0.5) + (after ?? 0.5)) / 2;
  const head = (side: Pattern['before']): Pattern['before'] => ({
    numbers: side.numbers.subarray(0, 8),
    weights: side.weights.subarray(0, 8),
  });
  const at = candidate.first - 1;
  const own = fit(
    sideScore(index, head(pattern.before), at, -1),
    sideScore(index, head(pattern.after), candidate.end, 1),
  );
  return pattern.rivals.some(
    (rival) =>
      fit(sideScore(index, rival.before, at, -1), sideScore(index, rival.after, candidate.end, 1)) >
      own + 0.08,
  );
}

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
  return candidate.local >= 0.34;
}

function isAcceptableChange(pattern: Pattern, candidate: Candidate): boolean {
  const { kept, context, local } = candidate;
  const length = pattern.words.length;
  if (kept >= 0.8 && kept * pattern.weight >= 6) return true;
  if (length >= 8)
    return (
      (kept >= 0.85 && context >= 0.1) || (kept >= 0.6 && local >= 0.2) || (kept >= 0.54 && local >= 0.6)
    );
  if (length >= 4) return (kept >= 0.8 && context >= 0.2) || (kept >= 0.55 && local >= 0.5);
  return kept >= 0.4 && local >= 0.5;
}
