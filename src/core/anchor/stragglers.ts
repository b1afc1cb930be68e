import type { Pair } from './align.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** Ends of an alignment are looked at this many pairs deep. */
const DEPTH = 5;
/** What an extra token between two pairs weighs against the words beyond it. */
const EXTRA_COST = 0.22;

/** A border of blocks within a passage that had none is as good as so many extra tokens. */
const NEW_BREAK = 8;

/** Tokens of whole blocks that lie within the passage and hold none of it: what a page puts between two paragraphs. */
export function tokensOfBlocksBetween(
  index: TextIndex,
  from: number,
  to: number,
  pairs: readonly Pair[],
): number {
  if (index.blocks[from] === index.blocks[to]) return 0;
  const held = new Set(pairs.map((pair) => index.blocks[pair.token]));
  let between = 0;
  for (let token = from; token <= to;) {
    const block = index.blocks[token] ?? -1;
    const end = index.blockBounds.get(block)?.end ?? token + 1;
    if (!held.has(block)) between += end - token;
    token = end;
  }
  return between;
}

/**
 * Drops pairs at both ends that do not belong to the passage: common words that happen to stand near it. They are
 * those that stand too far from the others for the little that they are worth, and those beyond the saved context.
 * An end that has the saved context right beside it stays, however far it is.
 */
export function dropStragglers(index: TextIndex, pattern: Pattern, pairs: readonly Pair[]): Pair[] {
  const front = cutFront(index, pattern, pairs, 1);
  return cutFront(index, pattern, front.toReversed(), -1).toReversed();
}

function cutFront(index: TextIndex, pattern: Pattern, pairs: readonly Pair[], direction: 1 | -1): Pair[] {
  const [near, next] = (direction > 0 ? pattern.before : pattern.after).numbers;
  const meetsContext = (pair: Pair): boolean =>
    near !== undefined &&
    near >= 0 &&
    index.tokens[pair.token - direction] === near &&
    (next === undefined || next < 0 || index.tokens[pair.token - 2 * direction] === next);
  let start = 0;
  for (let again = true; again;) {
    again = false;
    let value = 0;
    for (let k = start; k < pairs.length - 1 && k < start + DEPTH; k++) {
      const [one, two] = [pairs[k], pairs[k + 1]];
      if (!one || !two) break;
      value += one.value;
      const [from, to] = direction > 0 ? [one, two] : [two, one];
      const extra =
        to.token -
        from.token -
        (to.word - from.word) -
        tokensOfBlocksBetween(index, from.token, to.token, [one, two]) +
        (index.blocks[from.token] !== index.blocks[to.token] && pattern.breaks.length === 0 ? NEW_BREAK : 0);
      const isFar = extra > 2 && value < EXTRA_COST * extra && !meetsContext(pairs[start] ?? one);
      if (isFar || (to.token - from.token > 2 && meetsContext(two))) {
        start = k + 1;
        again = true;
        break;
      }
    }
  }
  return pairs.slice(start);
}
