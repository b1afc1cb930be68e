import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation } from '#core/annotation.ts';
import { getAnnotations } from './annotations.ts';
import type { Storage } from './database.ts';
import type { Need } from './full-disk.ts';
import { libraryPage } from './library-page.ts';
import type { Listing } from './listing.ts';
import { advance, type Progress } from './progress.ts';
import { notBefore } from './not-before.ts';
import { recordChange, type Recorder } from './record-change.ts';
import { StorageError } from './storage-error.ts';
import { areSmall, evenWhenFull } from './when-full.ts';

/** How long a deleted record can be brought back, in ms: 30 days. */
export const KEPT = 30 * 24 * 60 * 60 * 1000;

/** So many are moved to the trash while the disk is full: each leaves a copy there and one that can be undone. */
const FEW = 20;

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
  const move = (need: Need): Promise<number> =>
    recordChange(storage, { action: 'delete', about, now, need }, (recorder) =>
      moveToTrash(recorder, { ids, now, absent, progress }),
    );
  return evenWhenFull(move, async () => ids.length <= FEW && areSmall(await getAnnotations(storage, ids)));
}

interface Move {
  readonly ids: readonly string[];
  readonly now: number;
  readonly absent: 'refuse' | 'pass';
  readonly progress: Progress | undefined;
}

async function moveToTrash(recorder: Recorder, { ids, now, absent, progress }: Move): Promise<number> {
  let count = 0;
  const deleted = new Date(await notBefore(recorder.transaction, now)).toISOString();
  for (const [index, id] of ids.entries()) {
    advance(progress, index, ids.length);
    const annotation = parseAnnotation(await recorder.transaction.objectStore('annotations').get(id));
    if (annotation === null) {
      const isThrown = (await recorder.transaction.objectStore('trash').getKey(id)) !== undefined;
      if (!isThrown && absent === 'refuse') throw new StorageError('not-found');
      continue;
    }
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

/** What lies in the trash, the last deleted first: `limit` of it after the first `offset`, and how much there is. */
export function listTrash(
  storage: Storage,
  limit: number,
  offset = 0,
): Promise<Listing<Deleted> & { readonly total: number }> {
  return storage.read(['trash', 'totals'], async (transaction) => {
    const store = transaction.objectStore('trash');
    const index = store.index('deleted');
    const list = { list: 'trash', store: 'trash', name: 'deleted', index, way: 'prev' } as const;
    const { keys, total } = await libraryPage(transaction, storage.places, { ...list, offset, limit });
    const thrown = await Promise.all(keys.map((id) => store.get(id)));
    const items = thrown.flatMap((record): Deleted[] => {
      const annotation = parseAnnotation(record?.annotation);
      return record === undefined || annotation === null ? [] : [{ annotation, deleted: record.deleted }];
    });
    const broken = keys.filter((_id, at) => parseAnnotation(thrown[at]?.annotation) === null);
    if (broken.length > 0) storage.onBroken(broken.map((key) => ({ store: 'trash', key })));
    return { items, skipped: keys.length - items.length, total };
  });
}

/** The ids of all that lies in the trash. */
export function trashIds(storage: Storage): Promise<readonly string[]> {
  return storage.read(['trash'], (transaction) => transaction.objectStore('trash').getAllKeys());
}
