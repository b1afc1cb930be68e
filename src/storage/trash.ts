import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { Annotation } from '#core/annotation.ts';
import type { Storage } from './database.ts';
import type { Listing } from './listing.ts';
import type { Transaction } from './schema.ts';
import { StorageError } from './storage-error.ts';
import { deleteText, putText } from './texts.ts';

/** How long a deleted record can be brought back, in ms: 30 days. */
export const KEPT = 30 * 24 * 60 * 60 * 1000;

/** A deleted annotation and when it was deleted, ISO 8601. */
export interface Deleted {
  readonly annotation: Annotation;
  readonly deleted: string;
}

/**
 * Moves an annotation to the trash. `now` in ms since 1970. Deleting what lies in the trash already changes nothing;
 * what is nowhere rejects with `not-found`.
 */
export function deleteAnnotation(storage: Storage, id: string, now: number): Promise<void> {
  return storage.write(['annotations', 'texts', 'trash'], async (transaction) => {
    const annotations = transaction.objectStore('annotations');
    const trash = transaction.objectStore('trash');
    const annotation = parseAnnotation(await annotations.get(id));
    if (annotation === null) {
      if ((await trash.getKey(id)) === undefined) throw new StorageError('not-found');
      return;
    }
    const deleted = new Date(now).toISOString();
    await trash.put({ id: annotation.id, source: annotation.target.source, deleted, annotation });
    await annotations.delete(id);
    await deleteText(transaction, id);
  });
}

/** Brings an annotation back as it was. One that is there already is answered as it is; else rejects with `not-found`. */
export function restoreAnnotation(storage: Storage, id: string): Promise<Annotation> {
  return storage.write(['articles', 'annotations', 'texts', 'trash'], async (transaction) => {
    const annotations = transaction.objectStore('annotations');
    const trash = transaction.objectStore('trash');
    const present = parseAnnotation(await annotations.get(id));
    if (present !== null) return present;
    const annotation = parseAnnotation((await trash.get(id))?.annotation);
    if (annotation === null) throw new StorageError('not-found');
    await annotations.put(annotation);
    await trash.delete(id);
    const article = parseArticle(await transaction.objectStore('articles').get(annotation.target.source));
    await putText(transaction, annotation, article?.title ?? '');
    return annotation;
  });
}

/** What lies in the trash, the last deleted first, at most `limit`. */
export function listTrash(storage: Storage, limit: number): Promise<Listing<Deleted>> {
  return storage.read(['trash'], async (transaction) => {
    const items: Deleted[] = [];
    let skipped = 0;
    let cursor =
      limit > 0 ? await transaction.objectStore('trash').index('deleted').openCursor(null, 'prev') : null;
    while (cursor !== null && items.length < limit) {
      const annotation = parseAnnotation(cursor.value.annotation);
      if (annotation === null) skipped++;
      else items.push({ annotation, deleted: cursor.key });
      cursor = await cursor.continue();
    }
    return { items, skipped };
  });
}

/**
 * Forgets what was deleted more than 30 days before `now` (ms since 1970), and the articles that hold nothing after
 * that. Answers how many annotations were forgotten.
 */
export function purgeTrash(storage: Storage, now: number): Promise<number> {
  return storage.write(['articles', 'annotations', 'trash'], async (transaction) => {
    const old = IDBKeyRange.upperBound(new Date(now - KEPT).toISOString(), true);
    const sources = new Set<string>();
    let count = 0;
    let cursor = await transaction.objectStore('trash').index('deleted').openCursor(old);
    while (cursor !== null) {
      sources.add(cursor.value.source);
      await cursor.delete();
      count++;
      cursor = await cursor.continue();
    }
    for (const source of sources) await forgetWhenEmpty(transaction, source);
    return count;
  });
}

async function forgetWhenEmpty(transaction: Transaction<'readwrite'>, source: string): Promise<void> {
  const kept = await transaction.objectStore('annotations').index('source').count(source);
  const deleted = await transaction.objectStore('trash').index('source').count(source);
  if (kept === 0 && deleted === 0) await transaction.objectStore('articles').delete(source);
}
