import { countOf, numbersOf, occursWithin, placesOf, type TextIndex } from './text-index.ts';
import { wordWeight } from './word-weight.ts';

/** The words on one side of a passage, in order of their distance from it. */
export interface Side {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
}

/** How far from the passage a rare word still counts as near, in words, when saved and when looked for. */
const NEAR_SAVED = 80;
const NEAR_SOUGHT = 110;
const MOST_NEAR = 30;
/** A saved context may stand behind this many blocks that were put in between (an ad, a related box, a paragraph). */
const MOST_SKIPPED_BLOCKS = 4;
/** What context behind such blocks is worth: less, since a copy of the passage put elsewhere has its context so. */
const BEYOND_BLOCKS = 0.85;

/** Folded words of the text, nearest first, made comparable with the tokens of a page. */
export function sideOf(index: TextIndex, words: readonly string[]): Side {
  const numbers = numbersOf(index, words);
  const weights = Float64Array.from(
    words,
    (word, k) => wordWeight(index, numbers[k] ?? -1, word) / (1 + k * 0.12),
  );
  return { numbers, weights };
}

/**
 * How much of a saved side stands here, 0 to 1, or null when nothing was saved. Walks away from the passage, starting
 * at token `at` in `direction`; words may be missing or put in between, but the order must hold. Where a block ends,
 * whole blocks may be passed over if the saved words go on behind them.
 * @param lost how many words of the passage's own end are missing here: as many others may stand in their place
 */
export function sideScore(
  index: TextIndex,
  side: Side,
  at: number,
  direction: 1 | -1,
  lost = 0,
): number | null {
  const { tokens } = index;
  let total = 0;
  let found = 0;
  let position = at;
  let missed = lost;
  let trust = 1;
  for (let k = 0; k < side.numbers.length; k++) {
    const weight = side.weights[k] ?? 0;
    const number = side.numbers[k] ?? -1;
    total += weight;
    if (number < 0) {
      missed++;
      continue;
    }
    let hit = -1;
    for (let gap = 0; gap <= missed + 3; gap++) {
      const i = position + direction * gap;
      if (i < 0 || i >= tokens.length) break;
      if (tokens[i] === number) {
        hit = i;
        break;
      }
    }
    if (hit < 0) {
      hit = beyondBlocks(index, side, k, position, direction);
      if (hit >= 0) trust *= BEYOND_BLOCKS;
    }
    if (hit < 0) {
      missed++;
      continue;
    }
    found += weight * trust;
    position = hit + direction;
    missed = 0;
  }
  return total === 0 ? null : found / total;
}

/** Where saved word k stands at the edge of one of the next blocks, its neighbour beside it; -1 when it does not. */
function beyondBlocks(index: TextIndex, side: Side, k: number, position: number, direction: 1 | -1): number {
  const next = side.numbers[k + 1];
  if (next === undefined || next < 0) return -1;
  let at = position;
  for (let skipped = 0; skipped < MOST_SKIPPED_BLOCKS; skipped++) {
    const bounds = index.blockBounds.get(index.blocks[at] ?? -1);
    if (!bounds) return -1;
    at = direction > 0 ? bounds.end : bounds.first - 1;
    if (index.tokens[at] === side.numbers[k] && index.tokens[at + direction] === next) return at;
  }
  return -1;
}

/** Up to 30 words that are rare on this page and stand near the tokens `[first, end)`, rarest first. */
export function rareWordsNear(index: TextIndex, first: number, end: number): string[] {
  const counts = new Map<number, number>();
  const add = (i: number): void => {
    const number = index.tokens[i];
    if (number === undefined) return;
    const count = countOf(index, number);
    if (count <= 12 && wordWeight(index, number, index.vocabulary[number] ?? '') >= 0.8)
      counts.set(number, count);
  };
  for (let distance = 0; distance < NEAR_SAVED; distance++) {
    add(first - 1 - distance);
    add(end + distance);
  }
  return [...counts]
    .sort((a, b) => a[1] - b[1])
    .slice(0, MOST_NEAR)
    .map(([number]) => index.vocabulary[number] ?? '');
}

/** The share of the saved rare words that stand near the tokens `[first, end)`, rare ones counting more; null without any. */
export function nearScore(index: TextIndex, near: Int32Array, first: number, end: number): number | null {
  let total = 0;
  let found = 0;
  for (const number of near) {
    const weight = 1 / Math.sqrt(Math.max(1, placesOf(index, number).length));
    total += weight;
    if (occursWithin(index, number, first - NEAR_SOUGHT, end + NEAR_SOUGHT)) found += weight;
  }
  return total === 0 ? null : found / total;
}
