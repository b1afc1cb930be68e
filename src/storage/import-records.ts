import type { ImportDone, ImportPreview } from '#core/import-preview.ts';
import type { Backups } from './backup-database.ts';
import { makeBackup } from './backups.ts';
import type { Storage } from './database.ts';
import { indexAnnotations, indexPerson, markAnnotations, markStale, personKey } from './documents.ts';
import { refreshHeld } from './held-articles.ts';
import { createImportTarget, type ImportTarget } from './import-target.ts';
import { planImport } from './plan-import.ts';
import { advance, type Progress } from './progress.ts';
import { CHANGE_STORES, dropUndone } from './record-change.ts';
import type { StoreName, Transaction } from './schema.ts';
import { settleImport, stagedCount } from './staged-imports.ts';

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
/** So many records are asked for at a time: the database answers them sooner than one after another, and little waits in memory. */
const STEP = 500;

/** What bringing in what was staged would change; nothing is written. Rejects with `aborted` when it is to stop. */
export function previewImport(storage: Storage, id: string, progress?: Progress): Promise<ImportPreview> {
  return storage.read(LOOKED_AT, async (transaction) => {
    const target = createImportTarget(transaction, null);
    const total = await stagedCount(transaction, id);
    let done = 0;
    await planImport(target, id, () => advance(progress, done++, total));
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
  const isEmpty = await storage.read(['annotations', 'articles', 'people', 'staged'], async (transaction) => {
    // Before the backup: one for nothing would drive out the oldest of those that are kept.
    await stagedCount(transaction, id);
    const stores = ['annotations', 'articles', 'people'] as const;
    const first = await Promise.all(
      stores.map((store) => transaction.objectStore(store).getAllKeys(null, 1)),
    );
    return first.every((keys) => keys.length === 0);
  });
  if (!isEmpty) await makeBackup(storage, backups, now);
  return storage.write([...CHANGE_STORES, 'staged'], async (transaction) => {
    const total = await stagedCount(transaction, id);
    await dropUndone(transaction);
    const at = new Date(now).toISOString();
    const record = { action: 'import', about: null, count: 0, at, undone: false } as const;
    const change = await transaction.objectStore('changes').add(record);
    const target = createImportTarget(transaction, change);
    let records = 0;
    // Half of the work is that of the lists and the index.
    await planImport(target, id, () => advance(progress, records++, 2 * total));
    const count = target.logged();
    const result = { change: count === 0 ? null : change, counted: target.counted() };
    if (count === 0) await transaction.objectStore('changes').delete(change);
    else {
      await transaction.objectStore('changes').put({ ...record, number: change, count });
      await refresh(transaction, target, (share) =>
        advance(progress, total + Math.round(share * total), 2 * total),
      );
    }
    await settleImport(transaction, id, result);
    return result;
  });
}

/** Makes the lists and the index hold what has changed. `tell` is told which share is done, and may throw to stop. */
async function refresh(
  transaction: Transaction<'readwrite'>,
  target: ImportTarget,
  tell: (share: number) => void,
): Promise<void> {
  const sources = new Set([...target.touched('articles'), ...target.quoted()]);
  const annotations = new Set(target.touched('annotations'));
  const people = target.touched('people');
  const store = transaction.objectStore('annotations').index('source');
  await inSteps([...target.touched('articles')], async (some) => {
    const found = await Promise.all(some.map((source) => store.getAllKeys(source)));
    for (const ids of found) for (const id of ids) annotations.add(id);
  });
  const all = sources.size + annotations.size + people.size;
  let done = 0;
  const count = (some: readonly string[]): void => {
    done += some.length;
    tell(Math.min(1, done / all));
  };
  await inSteps([...sources], async (some) => {
    await refreshHeld(transaction, new Set(some));
    count(some);
  });
  const areFew = annotations.size <= AT_ONCE;
  await inSteps([...annotations], async (some) => {
    if (areFew) await indexAnnotations(transaction, some);
    else await markAnnotations(transaction, some);
    count(some);
  });
  await inSteps([...people], async (some) => {
    if (people.size > AT_ONCE) await Promise.all(some.map((id) => markStale(transaction, personKey(id))));
    else for (const id of some) await indexPerson(transaction, id);
    count(some);
  });
}

async function inSteps(
  items: readonly string[],
  work: (some: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += STEP) await work(items.slice(at, at + STEP));
}
