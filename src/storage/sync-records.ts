import type { SyncRecord, Transaction } from './schema.ts';
import { countLeft, EVERYTHING, WALKED } from './everything.ts';
import type { Storage } from './database.ts';

/** What sync knows under a name; undefined for nothing. It is parsed by who asks. */
export function getSyncRecord(storage: Storage, key: SyncRecord['key']): Promise<unknown> {
  return storage.read(
    ['sync'],
    async (transaction) => (await transaction.objectStore('sync').get(key))?.value,
  );
}

/** Notes it; undefined forgets it. Keys of WebCrypto are kept as they are: nobody can take the bytes out of them. */
export function putSyncRecord(storage: Storage, key: SyncRecord['key'], value: unknown): Promise<void> {
  return storage.write(['sync'], async (transaction) => {
    const store = transaction.objectStore('sync');
    if (value === undefined) await store.delete(key);
    else await store.put({ key, value });
  });
}

/**
 * Notes several things at once, and forgets all that was known of another server. Every record is to be sent, also when the machine ends before
 * anybody says so.
 */
export function beginSync(
  storage: Storage,
  records: Readonly<Partial<Record<SyncRecord['key'], unknown>>>,
): Promise<void> {
  return storage.write(['sync', 'journal', 'replica'], async (transaction) => {
    await clearSync(transaction);
    for (const [key, value] of Object.entries(records))
      await transaction.objectStore('sync').put({ key: key as SyncRecord['key'], value });
    await transaction.objectStore('sync').put({ key: 'everything', value: EVERYTHING });
  });
}

/** Forgets all of sync: where, with what keys, and what was sent. The reader's records stay. */
export function forgetSync(storage: Storage): Promise<void> {
  return storage.write(['sync', 'journal', 'replica'], clearSync);
}

async function clearSync(transaction: Transaction<'readwrite'>): Promise<void> {
  await Promise.all(
    (['sync', 'journal', 'replica'] as const).map((store) => transaction.objectStore(store).clear()),
  );
}

/** Whether there is anything of this machine's reader that was not made a document yet. */
export function hasChanged(storage: Storage): Promise<boolean> {
  return storage.read(['journal', 'sync'], async (transaction) => {
    const isWalking = (await transaction.objectStore('sync').getKey('everything')) !== undefined;
    return isWalking || (await transaction.objectStore('journal').count()) > 0;
  });
}

/** How many records wait to be sent: those that were made documents, those that the reader has changed since, and those that nobody has looked at. */
export function countWaiting(storage: Storage): Promise<number> {
  return storage.read(['journal', 'replica', 'sync', ...WALKED], async (transaction) => {
    const changed = await transaction.objectStore('journal').getAllKeys();
    const waiting = await transaction.objectStore('replica').index('waiting').getAllKeys();
    return new Set([...changed, ...waiting]).size + (await countLeft(transaction));
  });
}
