import type { Span } from '#core/text.ts';
import { isRival } from './accept.ts';
import { align, type Pair } from './align.ts';
import { changedCandidates, exactCandidate, type Candidate } from './candidate.ts';
import { findDiagonals } from './diagonals.ts';
import { spanOfCandidate } from './edges.ts';
import { findRuns } from './exact-runs.ts';
import { readPattern, split, type Pattern } from './pattern.ts';
import type { Selector } from './selector.ts';
import type { TextIndex } from './text-index.ts';

/**
 * Where a passage that was not found may have stood. `by` says what speaks for it: its own words, or only those that
 * stood around it. `sureness`: 0 to 1; always less than of a passage that was found.
 */
export interface PossiblePlace {
  readonly span: Span;
  readonly by: 'words' | 'surroundings';
  readonly sureness: number;
}

/** Of its own words so much must be there, by weight; and of the words around it. */
const LEAST_OWN = 0.35;
const LEAST_SURROUNDINGS = 0.3;
const MOST_RUNS = 50;
const MOST_DIAGONALS = 3;

/**
 * The likeliest place of a passage that `match` does not find: for a reader who asks where it may have been, never to
 * be marked as the passage. Places that are known to be others are left out here too. Never throws.
 * @returns null when nothing on the page reminds of it
 */
export function possiblePlace(selectors: readonly Selector[], index: TextIndex): PossiblePlace | null {
  const pattern = readPattern(selectors, index);
  if (!pattern) return null;
  return byWords(index, pattern) ?? bySurroundings(index, pattern, selectors);
}

function byWords(index: TextIndex, pattern: Pattern): PossiblePlace | null {
  const runs = findRuns(index, pattern.numbers).slice(0, MOST_RUNS);
  const best = [
    ...runs.map((first) => exactCandidate(index, pattern, first)),
    ...changedCandidates(index, pattern),
  ]
    .filter((candidate) => tellsEnough(pattern, candidate) && !isRival(index, pattern, candidate))
    .toSorted((a, b) => b.score - a.score)[0];
  if (!best) return null;
  const sureness = 0.9 * best.kept * (0.4 + 0.6 * best.context);
  return { span: spanOfCandidate(index, pattern, best), by: 'words', sureness };
}

/** One or two words stand anywhere: they say something only beside their context. */
const tellsEnough = (pattern: Pattern, { kept, local }: Candidate): boolean =>
  kept >= LEAST_OWN && (kept * pattern.weight >= 2.5 || local >= 0.2);

/** The place between the words that stood before the passage and those that stood after it. */
function bySurroundings(
  index: TextIndex,
  passage: Pattern,
  selectors: readonly Selector[],
): PossiblePlace | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const before = passage.context?.before ?? quote?.prefix ?? '';
  const after = passage.context?.after ?? quote?.suffix ?? '';
  const exact = `${before} ${after}`;
  const around = readPattern([{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }], index);
  if (!around || around.words.length < 4) return null;
  const seam = passage.context ? split(before).length : passage.before.numbers.length;
  // What stands between may be as long as the passage was.
  const band = Math.min(120, passage.words.length + 12);
  let best: { pairs: Pair[]; share: number } | null = null;
  for (const diagonal of findDiagonals(index, around, MOST_DIAGONALS)) {
    const pairs = align(index, around, diagonal, band);
    const share = pairs.reduce((sum, { value }) => sum + value, 0) / around.weight;
    if (share >= (best?.share ?? LEAST_SURROUNDINGS)) best = { pairs, share };
  }
  const span = best && betweenPairs(index, best.pairs, seam, passage.words.length);
  return best && span && { span, by: 'surroundings', sureness: 0.5 * best.share };
}

/** The words between two sides; where nothing stands between them any more, the nearest words of both. */
function betweenPairs(index: TextIndex, pairs: readonly Pair[], seam: number, length: number): Span | null {
  const before = pairs.findLast(({ word }) => word < seam)?.token;
  const after = pairs.find(({ word }) => word >= seam)?.token;
  const known = before ?? after;
  if (known === undefined) return null;
  const isGap = before !== undefined && after !== undefined && after - before > 1;
  const first = isGap ? before + 1 : Math.max(0, known - 2);
  const last = isGap ? after - 1 : Math.min(index.tokens.length - 1, (after ?? known) + 2);
  // Far apart, the sides say only where one of them is.
  const end = last - first > 3 * length + 40 ? first + 4 : last;
  return { start: index.starts[first] ?? 0, end: index.ends[end] ?? 0 };
}
