import { finish, type Steps } from '#core/steps.ts';
import { alignLong } from './align-long.ts';
import { align, type Pair } from './align.ts';
import { nearScore, sideScore } from './context.ts';
import { findDiagonals } from './diagonals.ts';
import { joinAlignments } from './join-alignments.ts';
import { prepareWords } from './near-words.ts';
import type { Pattern } from './pattern.ts';
import { dropStragglers, tokensOfBlocksBetween } from './stragglers.ts';
import { isInAside, type TextIndex } from './text-index.ts';

const MOST_DIAGONALS = 6;

/** A place where a passage may stand, with what speaks for it. */
export interface Candidate {
  /** Tokens `[first, end)`. */
  readonly first: number;
  readonly end: number;
  /** The first and last word of the passage that stands here. */
  readonly firstWord: number;
  readonly lastWord: number;
  /** The share of the passage's words that stand here, by weight: 0 to 1. */
  readonly kept: number;
  /** Every word of the passage stands here, one after the other, some perhaps with a slip of the pen. */
  readonly complete: boolean;
  /** How much of the saved sides stands here, the better one counting more: 0 to 1; 0 when none was saved. */
  readonly local: number;
  /** The share of the saved rare words that stand near. */
  readonly near: number;
  /** All context in one figure, 0 to 1. */
  readonly context: number;
  /** For the choice between candidates. */
  readonly score: number;
}

/** The passage stands here word for word. */
export function exactCandidate(index: TextIndex, pattern: Pattern, first: number): Candidate {
  return judge(index, pattern, {
    first,
    end: first + pattern.words.length,
    firstWord: 0,
    lastWord: pattern.words.length - 1,
    kept: 1,
    complete: true,
  });
}

/** A passage longer than this, in words, is aligned by its unique words; a table would be too large. */
const LONG = 250;

/** Where the passage may stand with other words in it. */
export const changedCandidates = (index: TextIndex, pattern: Pattern): Candidate[] =>
  finish(candidatesInSteps(index, pattern));

/** The same; each alignment is a step. */
export function* candidatesInSteps(index: TextIndex, pattern: Pattern): Steps<Candidate[]> {
  const { words } = pattern;
  const band = Math.min(120, Math.max(8, words.length >> 1) + (pattern.breaks.length > 0 ? 40 : 0));
  const alignments: Pair[][] = [];
  if (words.length > LONG) alignments.push(alignLong(index, pattern));
  else {
    yield* prepareWords(index, words);
    for (const diagonal of findDiagonals(index, pattern, MOST_DIAGONALS)) {
      yield;
      alignments.push(align(index, pattern, diagonal, band));
    }
  }
  yield;
  return (
    [...alignments, ...joinAlignments(index, pattern, alignments)]
      // A place that has it word for word has been judged, and refused, before these are asked for.
      .filter((pairs) => !isVerbatim(index, pattern, pairs))
      .map((pairs) => alignedCandidate(index, pattern, pairs))
      .filter((candidate) => candidate !== null)
  );
}

const isVerbatim = (index: TextIndex, { numbers }: Pattern, pairs: readonly Pair[]): boolean =>
  pairs.length === numbers.length &&
  pairs.every(
    ({ word, token }, i) => token === (pairs[0]?.token ?? 0) + i && index.tokens[token] === numbers[word],
  );

/** Null when too few of the passage's words stand together. */
function alignedCandidate(index: TextIndex, pattern: Pattern, alignment: readonly Pair[]): Candidate | null {
  const pairs = dropStragglers(index, pattern, alignment);
  const head = pairs[0];
  const tail = pairs[pairs.length - 1];
  if (!head || !tail) return null;
  const found = pairs.reduce((sum, pair) => sum + pair.value, 0) / pattern.weight;
  const length = tail.token - head.token + 1 - tokensOfBlocksBetween(index, head.token, tail.token, pairs);
  const density = pairs.length / Math.max(1, length);
  const kept = density < found ? 0.7 * found + 0.3 * density : found;
  if (kept <= 0.3 || length > pattern.words.length * 2.2 + 12) return null;
  return judge(index, pattern, {
    first: head.token,
    end: tail.token + 1,
    firstWord: head.word,
    lastWord: tail.word,
    kept: Math.min(kept, 0.999),
    complete: pairs.length === pattern.words.length && length === pairs.length,
  });
}

type Placed = Pick<Candidate, 'first' | 'end' | 'firstWord' | 'lastWord' | 'kept' | 'complete'>;

function judge(index: TextIndex, pattern: Pattern, placed: Placed): Candidate {
  const { first, end, firstWord, lastWord, kept } = placed;
  const before = sideScore(index, pattern.before, first - 1, -1, firstWord);
  const after = sideScore(index, pattern.after, end, 1, pattern.words.length - 1 - lastWord);
  const sides = [before, after].filter((side) => side !== null);
  const betterSide = sides.length > 0 ? Math.max(...sides) : 0.5;
  const mean = sides.length > 0 ? sides.reduce((a, b) => a + b, 0) / sides.length : 0.5;
  const near = nearScore(index, pattern.near, first, end) ?? betterSide;
  const local = sides.length > 0 ? 0.62 * betterSide + 0.38 * mean : 0;
  const context = 0.4 * betterSide + 0.25 * mean + 0.35 * near;
  const score = 0.55 * kept + 0.45 * context - misfit(index, pattern, first, end);
  return { ...placed, local, near, context, score };
}

/** Signs that speak against a place: far from where it was, other borders of blocks, beside the story or in it. */
function misfit(index: TextIndex, pattern: Pattern, first: number, end: number): number {
  if (!pattern.context) return 0;
  const { startsBlock, endsBlock, aside, position } = pattern.context;
  const starts = index.blocks[first - 1] !== index.blocks[first];
  const ends = index.blocks[end - 1] !== index.blocks[end];
  const moved = Math.abs(first / Math.max(1, index.tokens.length) - position);
  const elsewhere = isInAside(index, first) !== aside;
  return (
    0.04 * moved +
    (starts === startsBlock ? 0 : 0.03) +
    (ends === endsBlock ? 0 : 0.03) +
    (elsewhere ? 0.2 : 0)
  );
}
