import type { SearchFilter } from '#core/search/search-filter.ts';

/** A filter with some of its parts changed; a part that is undefined narrows no more, and is not there. */
export function withFilter(
  filter: SearchFilter,
  part: { readonly [Key in keyof SearchFilter]?: SearchFilter[Key] | undefined },
): SearchFilter {
  const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
