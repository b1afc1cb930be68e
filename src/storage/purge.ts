import type { Storage } from './database.ts';
import { forgetInChanges } from './forget-changes.ts';
import { advance, type Progress } from './progress.ts';
import type { StoreName, Transaction } from './schema.ts';
import { countRow } from './totals.ts';
import { KEPT } from './trash.ts';

const STORES: StoreName[] = ['articles', 'annotations', 'trash', 'versions', 'details'];

/** So many are forgotten at once: few enough for a disk that is full. */
const STEP = 200;

/**
 * Forgets these annotations of the trash for good, with what could be undone of them, and articles that hold nothing after that: a step
 * at a time, also when the disk is full. Cut off, what was not forgotten lies in the trash still. Answers how many were forgotten.
 */
export async function purgeNow(
  storage: Storage,
  ids: readonly string[],
  progress?: Progress,
): Promise<number> {
  const thrown = await inTrash(storage, ids);
  // What can be undone goes first: nothing that is gone can come back by that.
  await forgetInChanges(storage, new Set(thrown));
  let count = 0;
  for (let from = 0; from < thrown.length; from += STEP) {
    advance(progress, from, thrown.length);
    const some = thrown.slice(from, from + STEP);
    count += await storage.write(STORES, (transaction) => forget(transaction, some), 'little');
  }
  return count;
}

/**
 * Forgets what was deleted more than 30 days before `now` (ms since 1970), and the articles that hold nothing after that. What was
 * deleted while the clock was ahead has its 30 days from now on. Answers how many annotations were forgotten.
 */
export async function purgeTrash(storage: Storage, now: number): Promise<number> {
  await setRight(storage, now);
  const old = IDBKeyRange.upperBound(new Date(now - KEPT).toISOString(), true);
  const ids = await storage.read(['trash'], (transaction) =>
    transaction.objectStore('trash').index('deleted').getAllKeys(old),
  );
  return purgeNow(storage, ids);
}

/** Gives what was deleted in the future, by its own word, the time of now. */
async function setRight(storage: Storage, now: number): Promise<void> {
  const later = IDBKeyRange.lowerBound(new Date(now).toISOString(), true);
  for (;;) {
    const count = await storage.write(
      ['trash'],
      async (transaction) => {
        const store = transaction.objectStore('trash');
        const ahead = await store.index('deleted').getAll(later, STEP);
        const deleted = new Date(now).toISOString();
        await Promise.all(ahead.map((thrown) => store.put({ ...thrown, deleted })));
        return ahead.length;
      },
      'little',
    );
    if (count < STEP) return;
  }
}

/** Those of the ids under which something lies in the trash, each once. */
async function inTrash(storage: Storage, ids: readonly string[]): Promise<readonly string[]> {
  const unique = [...new Set(ids)];
  const found: string[] = [];
  for (let from = 0; from < unique.length; from += 1_000) {
    const some = unique.slice(from, from + 1_000);
    const keys = await storage.read(['trash'], (transaction) =>
      Promise.all(some.map((id) => transaction.objectStore('trash').getKey(id))),
    );
    found.push(...keys.filter((key) => key !== undefined));
  }
  return found;
}

async function forget(transaction: Transaction<'readwrite'>, ids: readonly string[]): Promise<number> {
  const trash = transaction.objectStore('trash');
  const sources = new Set<unknown>();
  let count = 0;
  for (const id of ids) {
    const thrown = await trash.get(id);
    // Somebody may have brought it back meanwhile.
    if (thrown === undefined) continue;
    await trash.delete(id);
    countRow(transaction, 'trash', thrown, undefined);
    await transaction.objectStore('versions').delete(IDBKeyRange.bound([id], [id, []]));
    sources.add(thrown.source);
    count++;
  }
  for (const source of sources) await forgetWhenEmpty(transaction, source);
  return count;
}

async function forgetWhenEmpty(transaction: Transaction<'readwrite'>, source: unknown): Promise<void> {
  // A record that cannot be read may say nothing of where it was; it must not keep the others from being forgotten.
  if (typeof source !== 'string') return;
  const kept = await transaction.objectStore('annotations').index('source').getKey(source);
  const deleted = await transaction.objectStore('trash').index('source').getKey(source);
  if (kept !== undefined || deleted !== undefined) return;
  const article = await transaction.objectStore('articles').get(source);
  if (article?.saved !== undefined) return;
  await transaction.objectStore('articles').delete(source);
  await transaction.objectStore('details').delete(source);
}
