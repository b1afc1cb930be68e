import type { Storage } from './database.ts';

/** A newspaper, or the host of an article that names none, and how many articles are of it. */
export interface OutletCount {
  readonly outlet: string;
  readonly count: number;
}

/** The newspapers of the articles that hold a record, those with the most articles first. No article is opened. */
export function listOutlets(storage: Storage, limit: number): Promise<readonly OutletCount[]> {
  return storage.read(['held'], async (transaction) => {
    const index = transaction.objectStore('held').index('outlet');
    const outlets: OutletCount[] = [];
    let cursor = await index.openKeyCursor();
    while (cursor !== null) {
      const outlet = cursor.key;
      outlets.push({ outlet, count: await index.count(outlet) });
      // Straight to the next name: a step through all articles of this one would take as long as reading them.
      cursor = await index.openKeyCursor(IDBKeyRange.lowerBound(outlet, true));
    }
    return outlets.sort((a, b) => b.count - a.count || a.outlet.localeCompare(b.outlet)).slice(0, limit);
  });
}
