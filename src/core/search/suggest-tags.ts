import { foldText } from './fold-text.ts';

/** A tag in use, folded as it is searched, and how many passages have it. */
export interface KnownTag {
  readonly tag: string;
  readonly count: number;
}

/** So many are offered at once. */
const most = 6;

/**
 * The reader's tags that what is typed may become, those given most often first: of those that begin with it, then those in which a
 * word does, then those that have it anywhere. None that the passage has already. With nothing typed, those given most often.
 */
export function suggestTags(
  known: readonly KnownTag[],
  typed: string,
  has: readonly string[],
): readonly string[] {
  const wanted = foldText(typed.trim().replace(/^#/u, ''));
  const taken = new Set(has.map(foldText));
  return known
    .filter(({ tag }) => tag !== wanted && !taken.has(tag))
    .map(({ tag, count }) => ({ tag, count, rank: rankOf(tag, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, most)
    .map(({ tag }) => tag);
}

function rankOf(tag: string, wanted: string): number {
  if (tag.startsWith(wanted)) return 0;
  if (tag.split(/[\s/_-]+/u).some((word) => word.startsWith(wanted))) return 1;
  return tag.includes(wanted) ? 2 : 3;
}
