import type { Storage } from './database.ts';
import { listing } from './listing.ts';
import type { ArticleDetails, DecisionRecord, VersionRecord } from './record-types.ts';
import { parseDecision, parseDetails, parseVersion } from './sound-records.ts';

/** Keeps what was detected in an article. Only for an article that is kept: answers whether it is. */
export function putDetails(storage: Storage, details: ArticleDetails): Promise<boolean> {
  return storage.write(['articles', 'details'], async (transaction) => {
    if ((await transaction.objectStore('articles').getKey(details.source)) === undefined) return false;
    await transaction.objectStore('details').put(details);
    return true;
  });
}

/** What was detected in an article when it was last seen, or null. */
export function getDetails(storage: Storage, source: string): Promise<ArticleDetails | null> {
  return storage.read(['details'], async (transaction) => {
    const stored: unknown = await transaction.objectStore('details').get(source);
    return parseDetails(stored);
  });
}

/** How many versions of one passage are kept: the first ones tell how it was, the last ones how it is. */
const VERSIONS = 50;

/**
 * Notes how kept passages stood on the page, where that is not as at the visit before. A passage that was always found as kept has no
 * versions. Answers how many were noted.
 */
export function putVersions(storage: Storage, versions: readonly VersionRecord[]): Promise<number> {
  return storage.write(['annotations', 'versions'], async (transaction) => {
    const store = transaction.objectStore('versions');
    let count = 0;
    for (const version of versions) {
      const range = IDBKeyRange.bound([version.annotation], [version.annotation, []]);
      const known = await transaction.objectStore('annotations').getKey(version.annotation);
      const earlier = listing(await store.getAll(range), parseVersion).items;
      const last = earlier.at(-1);
      const isNews =
        last === undefined
          ? version.outcome !== 'exact'
          : last.outcome !== version.outcome || last.exact !== version.exact;
      if (known === undefined || !isNews) continue;
      if (earlier.length >= VERSIONS && last !== undefined) await store.delete([last.annotation, last.seen]);
      await store.put(version);
      count++;
    }
    return count;
  });
}

/** The versions of passages, by annotation and time. */
export function versionsOf(storage: Storage, ids: readonly string[]): Promise<readonly VersionRecord[]> {
  return storage.read(['versions'], async (transaction) => {
    const store = transaction.objectStore('versions');
    const read = await Promise.all(ids.map((id) => store.getAll(IDBKeyRange.bound([id], [id, []]))));
    return listing(read.flat(), parseVersion).items;
  });
}

/** What the reader has said of an article's names and passages. */
export function decisionsOf(storage: Storage, source: string): Promise<readonly DecisionRecord[]> {
  return storage.read(['decisions'], async (transaction) => {
    const range = IDBKeyRange.bound([source], [source, []]);
    return listing(await transaction.objectStore('decisions').getAll(range), parseDecision).items;
  });
}
