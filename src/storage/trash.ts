import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation } from '#core/annotation.ts';
import type { Storage } from './database.ts';
import type { Listing } from './listing.ts';
import { advance, type Progress } from './progress.ts';
import { recordChange } from './record-change.ts';
import type { StoreName, Transaction } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** How long a deleted record can be brought back, in ms: 30 days. */
export const KEPT = 30 * 24 * 60 * 60 * 1000;

const PURGE_STORES: StoreName[] = [
  'articles',
  'annotations',
  'trash',
  'versions',
  'details',
  'changes',
  'changeItems',
];

/** A deleted annotation and when it was deleted, ISO 8601. */
export interface Deleted {
  readonly annotation: Annotation;
  readonly deleted: string;
}

/**
 * Moves annotations to the trash, as one change. `now` in ms since 1970. What lies in the trash already stays there. What is nowhere
 * rejects with `not-found`, and nothing is deleted; where another window may have taken it meanwhile (`absent`), it is passed over.
 * Answers how many were moved.
 */
export function deleteAnnotations(
  storage: Storage,
  ids: readonly string[],
  now: number,
  progress?: Progress,
  absent: 'refuse' | 'pass' = 'refuse',
): Promise<number> {
  const about = ids.length === 1 ? (ids[0] ?? null) : null;
  return recordChange(storage, { action: 'delete', about, now }, async (recorder) => {
    let count = 0;
    for (const [index, id] of ids.entries()) {
      advance(progress, index, ids.length);
      const annotation = parseAnnotation(await recorder.transaction.objectStore('annotations').get(id));
      if (annotation === null) {
        const isThrown = (await recorder.transaction.objectStore('trash').getKey(id)) !== undefined;
        if (!isThrown && absent === 'refuse') throw new StorageError('not-found');
        continue;
      }
      const deleted = new Date(now).toISOString();
      await recorder.put('trash', {
        id: annotation.id,
        source: annotation.target.source,
        deleted,
        annotation,
      });
      await recorder.remove('annotations', id);
      count++;
    }
    return count;
  });
}

/** Moves one annotation to the trash. */
export async function deleteAnnotation(storage: Storage, id: string, now: number): Promise<void> {
  await deleteAnnotations(storage, [id], now);
}

/**
 * Brings annotations back as they were, as one change. Those that are there already are answered as they are; what is nowhere rejects
 * with `not-found`, or is passed over.
 */
export function restoreAnnotations(
  storage: Storage,
  ids: readonly string[],
  now = Date.now(),
  absent: 'refuse' | 'pass' = 'refuse',
): Promise<readonly Annotation[]> {
  const about = ids.length === 1 ? (ids[0] ?? null) : null;
  return recordChange(storage, { action: 'restore', about, now }, async (recorder) => {
    const restored: Annotation[] = [];
    for (const id of ids) {
      const present = parseAnnotation(await recorder.transaction.objectStore('annotations').get(id));
      const thrown = parseAnnotation((await recorder.transaction.objectStore('trash').get(id))?.annotation);
      const annotation = present ?? thrown;
      if (annotation === null) {
        if (absent === 'refuse') throw new StorageError('not-found');
        continue;
      }
      restored.push(annotation);
      if (present !== null) continue;
      await recorder.put('annotations', annotation);
      await recorder.remove('trash', id);
    }
    return restored;
  });
}

/** Brings one annotation back. */
export async function restoreAnnotation(storage: Storage, id: string): Promise<Annotation> {
  const [restored] = await restoreAnnotations(storage, [id]);
  if (restored === undefined) throw new StorageError('not-found');
  return restored;
}

/** What lies in the trash, the last deleted first: `limit` of it after the first `offset`. */
export function listTrash(storage: Storage, limit: number, offset = 0): Promise<Listing<Deleted>> {
  return storage.read(['trash'], async (transaction) => {
    const items: Deleted[] = [];
    let skipped = 0;
    let cursor =
      limit > 0 ? await transaction.objectStore('trash').index('deleted').openCursor(null, 'prev') : null;
    if (cursor !== null && offset > 0) cursor = await cursor.advance(offset);
    while (cursor !== null && items.length < limit) {
      const annotation = parseAnnotation(cursor.value.annotation);
      if (annotation === null) skipped++;
      else items.push({ annotation, deleted: cursor.key });
      cursor = await cursor.continue();
    }
    return { items, skipped };
  });
}

/** How many annotations lie in the trash. */
export function countTrash(storage: Storage): Promise<number> {
  return storage.read(['trash'], (transaction) => transaction.objectStore('trash').count());
}

/** Forgets these annotations of the trash at once, and articles that hold nothing after that. Answers how many were forgotten. */
export function purgeNow(storage: Storage, ids: readonly string[]): Promise<number> {
  return storage.write(PURGE_STORES, async (transaction) => {
    const trash = transaction.objectStore('trash');
    const sources = new Set<string>();
    const gone = new Set<string>();
    for (const id of ids) {
      const thrown = await trash.get(id);
      if (thrown === undefined) continue;
      await trash.delete(id);
      gone.add(id);
      sources.add(thrown.source);
    }
    await forgetChangesOf(transaction, gone);
    for (const source of sources) await forgetWhenEmpty(transaction, source);
    return gone.size;
  });
}

/**
 * Forgets what was deleted more than 30 days before `now` (ms since 1970), and the articles that hold nothing after
 * that. Answers how many annotations were forgotten.
 */
export function purgeTrash(storage: Storage, now: number): Promise<number> {
  return storage.write(PURGE_STORES, async (transaction) => {
    const old = IDBKeyRange.upperBound(new Date(now - KEPT).toISOString(), true);
    const sources = new Set<string>();
    const gone = new Set<string>();
    let cursor = await transaction.objectStore('trash').index('deleted').openCursor(old);
    while (cursor !== null) {
      sources.add(cursor.value.source);
      gone.add(cursor.primaryKey);
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await forgetChangesOf(transaction, gone);
    for (const source of sources) await forgetWhenEmpty(transaction, source);
    return gone.size;
  });
}

async function forgetWhenEmpty(transaction: Transaction<'readwrite'>, source: string): Promise<void> {
  // A record that cannot be read may say nothing of where it was; it must not keep the others from being forgotten.
  if (typeof source !== 'string') return;
  const kept = await transaction.objectStore('annotations').index('source').count(source);
  const deleted = await transaction.objectStore('trash').index('source').count(source);
  if (kept > 0 || deleted > 0) return;
  const article = await transaction.objectStore('articles').get(source);
  if (article?.saved !== undefined) return;
  await transaction.objectStore('articles').delete(source);
  await transaction.objectStore('details').delete(source);
}

/** What is purged is not to be found in the history either: changes that were about it alone go with it. */
async function forgetChangesOf(
  transaction: Transaction<'readwrite'>,
  gone: ReadonlySet<string>,
): Promise<void> {
  if (gone.size === 0) return;
  for (const id of gone) await transaction.objectStore('versions').delete(IDBKeyRange.bound([id], [id, []]));
  let cursor = await transaction.objectStore('changes').openCursor();
  while (cursor !== null) {
    const { key } = cursor;
    if (cursor.value.about !== null && gone.has(cursor.value.about)) {
      await transaction.objectStore('changeItems').delete(IDBKeyRange.bound([key], [key, []]));
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
}
