import type { ImportPreview } from '#core/import-preview.ts';
import type { Backups } from './backup-database.ts';
import { makeBackup } from './backups.ts';
import type { Storage } from './database.ts';
import { indexAnnotations, indexPerson, markStale, personKey } from './documents.ts';
import { refreshHeld } from './held-articles.ts';
import { createImportTarget, type ImportTarget } from './import-target.ts';
import { planImport } from './plan-import.ts';
import { advance, type Progress } from './progress.ts';
import { CHANGE_STORES, dropUndone } from './record-change.ts';
import type { StoreName, Transaction } from './schema.ts';
import { dropStaged, KINDS, stagedParts } from './staged-imports.ts';
import { StorageError } from './storage-error.ts';

const LOOKED_AT: StoreName[] = [
  'articles',
  'annotations',
  'trash',
  'people',
  'appearances',
  'decisions',
  'versions',
  'staged',
];

/** More people than this are looked at by the index afterwards. */
const AT_ONCE = 100;

/** What was done, and how it can be undone. */
export interface ImportDone {
  /** The number of the change, for undo; null when there was nothing to change. */
  readonly change: number | null;
  readonly counted: ImportPreview;
}

/** What bringing in what was staged would change; nothing is written. Rejects with `aborted` when it is to stop. */
export function previewImport(storage: Storage, id: string, progress?: Progress): Promise<ImportPreview> {
  return storage.read(LOOKED_AT, async (transaction) => {
    const target = createImportTarget(transaction, null);
    await planImport(target, id, await counter(transaction, id, progress));
    return target.counted();
  });
}

/**
 * Brings in what was staged, in one transaction and as one change: all of it, or, when it is stopped or killed, nothing. A backup is
 * made first, unless the library is empty. Rejects with `not-found` when nothing is staged. `now` in ms since 1970.
 */
export async function commitImport(
  storage: Storage,
  backups: Backups,
  id: string,
  now: number,
  progress?: Progress,
): Promise<ImportDone> {
  const isEmpty = await storage.read(['annotations', 'articles', 'people'], async (transaction) => {
    const stores = ['annotations', 'articles', 'people'] as const;
    const counts = await Promise.all(stores.map((store) => transaction.objectStore(store).count()));
    return counts.every((count) => count === 0);
  });
  if (!isEmpty) await makeBackup(storage, backups, now);
  return storage.write([...CHANGE_STORES, 'staged'], async (transaction) => {
    const onRecord = await counter(transaction, id, progress);
    await dropUndone(transaction);
    const at = new Date(now).toISOString();
    const record = { action: 'import', about: null, count: 0, at, undone: false } as const;
    const change = await transaction.objectStore('changes').add(record);
    const target = createImportTarget(transaction, change);
    await planImport(target, id, onRecord);
    const count = await transaction
      .objectStore('changeItems')
      .count(IDBKeyRange.bound([change], [change, []]));
    await dropStaged(transaction, id);
    if (count === 0) {
      await transaction.objectStore('changes').delete(change);
      return { change: null, counted: target.counted() };
    }
    await transaction.objectStore('changes').put({ ...record, number: change, count });
    await refresh(transaction, target);
    return { change, counted: target.counted() };
  });
}

/** Counts the records that are done, and throws when it is to stop. */
async function counter(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
  progress: Progress | undefined,
): Promise<() => void> {
  let total = 0;
  for (const kind of KINDS) {
    for await (const records of stagedParts(transaction, id, kind)) total += records.length;
  }
  if (total === 0) throw new StorageError('not-found');
  let done = 0;
  return () => advance(progress, done++, total);
}

/** Makes the lists and the index hold what has changed. */
async function refresh(transaction: Transaction<'readwrite'>, target: ImportTarget): Promise<void> {
  const sources = new Set(target.touched('articles'));
  const annotations = new Set(target.touched('annotations'));
  const store = transaction.objectStore('annotations');
  for (const id of target.touched('annotations')) {
    const stored = await store.get(id);
    if (stored !== undefined) sources.add(stored.target.source);
  }
  for (const source of target.touched('articles')) {
    for (const id of await store.index('source').getAllKeys(source)) annotations.add(id);
  }
  await refreshHeld(transaction, sources);
  await indexAnnotations(transaction, [...annotations]);
  const people = target.touched('people');
  for (const id of people) {
    if (people.size > AT_ONCE) await markStale(transaction, personKey(id));
    else await indexPerson(transaction, id);
  }
}
