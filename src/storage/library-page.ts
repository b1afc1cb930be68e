import { listPage, type ListedIndex, type PageOfKeys, type Way } from './list-page.ts';
import type { ListPlaces } from './list-places.ts';
import type { StoreName, Transaction } from './schema.ts';
import { type ListName, totalOf } from './totals.ts';

/** A page of a list of the library. */
export interface LibraryPage<Key extends IDBValidKey> {
  readonly list: ListName;
  /** The store that has the index, and the index's name. */
  readonly store: StoreName;
  readonly name: string;
  readonly index: ListedIndex<Key>;
  readonly way: Way;
  readonly offset: number;
  readonly limit: number;
}

/**
 * The keys of a page, and how many rows the list has: as many as is noted (totals.ts). Where that is missing or wrong they are counted, and
 * noted after this transaction (database.ts). The transaction must hold the totals, unless the library has none.
 */
export async function libraryPage<Key extends IDBValidKey>(
  transaction: Transaction<'readonly'>,
  places: ListPlaces,
  { list, store, name, index, way, offset, limit }: LibraryPage<Key>,
): Promise<PageOfKeys<Key>> {
  const known = places.of(transaction, store, name);
  known.total ??= await totalOf(transaction, list);
  const counting: ListedIndex<Key> = {
    count: () => {
      places.miscounted();
      return index.count();
    },
    openKeyCursor: (range, towards) => index.openKeyCursor(range, towards),
  };
  return listPage(counting, known, way, offset, limit);
}
