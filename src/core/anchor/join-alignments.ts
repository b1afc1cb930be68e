import type { Pair } from './align.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** The publisher may have put so many tokens between two paragraphs of a passage, and no more. */
const MOST_BETWEEN = 500;
/** The share of each part's words, by weight, that must stand where it is. */
const LEAST_KEPT = 0.5;
/** Breaks of a passage that are looked at: more would be a whole article, which its unique words align. */
const MOST_BREAKS = 6;

/**
 * For a passage that goes over several blocks: its first blocks as one alignment has them, and the others as another
 * has them that stands further down, where whole blocks were put in between.
 */
export function joinAlignments(
  index: TextIndex,
  pattern: Pattern,
  alignments: readonly (readonly Pair[])[],
): Pair[][] {
  return pattern.breaks.slice(0, MOST_BREAKS).flatMap((start) => {
    const heads = alignments.map((pairs) => pairs.filter(({ word }) => word < start));
    const tails = alignments.map((pairs) => pairs.filter(({ word }) => word >= start));
    return heads.flatMap((head, i) =>
      stands(pattern, head, 0, start)
        ? tails.flatMap((tail, k) =>
            i !== k && follows(index, head, tail) && stands(pattern, tail, start, pattern.words.length)
              ? [[...head, ...tail]]
              : [],
          )
        : [],
    );
  });
}

/** Whether pairs hold so much of the words `[from, to)` that they are not a chance meeting of common words. */
function stands({ weights }: Pattern, pairs: readonly Pair[], from: number, to: number): boolean {
  const weight = weights.subarray(from, to).reduce((sum, value) => sum + value, 0);
  return pairs.reduce((sum, { value }) => sum + value, 0) >= LEAST_KEPT * weight;
}

function follows(index: TextIndex, head: readonly Pair[], tail: readonly Pair[]): boolean {
  const from = head.at(-1)?.token;
  const to = tail[0]?.token;
  if (from === undefined || to === undefined) return false;
  return to > from && to - from <= MOST_BETWEEN && index.blocks[from] !== index.blocks[to];
}
