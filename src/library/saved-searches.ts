import type { Json } from '#core/guard-json.ts';

/** A search that the reader has named; `address` is its route, as it stands in the library's address. */
export interface SavedSearch {
  readonly name: string;
  readonly address: string;
}

/** More than anybody reads in a row; and how long a name may be, in UTF-16 code units. */
const most = 100;
const longest = 200;

/** The searches of a setting, whatever it holds: what is no search is left out. */
export function readSavedSearches(value: unknown): readonly SavedSearch[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.flatMap((item): readonly SavedSearch[] => {
    if (typeof item !== 'object' || item === null || !('name' in item) || !('address' in item)) return [];
    const { name, address } = item;
    const fits = typeof name === 'string' && typeof address === 'string' && address.startsWith('#/search');
    return fits ? [{ name, address }] : [];
  });
}

/** The setting that holds these. */
export function writeSavedSearches(searches: readonly SavedSearch[]): Json {
  return searches.slice(-most).map(({ name, address }) => ({ name: name.slice(0, longest), address }));
}

/** With one more; one of the same address gets the new name, and stays where it is. */
export function withSearch(searches: readonly SavedSearch[], saved: SavedSearch): readonly SavedSearch[] {
  const isThere = searches.some(({ address }) => address === saved.address);
  return isThere
    ? searches.map((search) => (search.address === saved.address ? saved : search))
    : [...searches, saved];
}

export function withoutSearch(searches: readonly SavedSearch[], address: string): readonly SavedSearch[] {
  return searches.filter((search) => search.address !== address);
}
