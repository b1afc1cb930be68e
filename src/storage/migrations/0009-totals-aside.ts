import type { Migration } from './migration.ts';

/** The lists whose length is kept from now on, as storage/totals.ts has them: the store, and the index that orders it. */
const LISTS = [
  ['articles', 'held', 'lastSeen'],
  ['passages', 'documents', 'newest'],
  ['documents', 'documents', 'key'],
  ['waiting', 'documents', 'pending'],
  ['people', 'tallies', 'name'],
  ['trash', 'trash', 'deleted'],
  ['ledger', 'ledger', 'seen'],
] as const;

/** How long each list is, so that none is counted when it is opened; and where records lie that cannot be read. */
export const totalsAside: Migration = async (database, transaction) => {
  const totals = database.createObjectStore('totals', { keyPath: 'key' });
  database.createObjectStore('aside', { keyPath: ['store', 'key', 'found'] });
  const counts: Record<string, number> = {};
  for (const [list, store, index] of LISTS) {
    if (!database.objectStoreNames.contains(store)) continue;
    counts[list] = await transaction.objectStore(store).index(index).count();
  }
  await totals.put({ key: 'lists', counts });
};
