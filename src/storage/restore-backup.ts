import { annotationParser, articleParser, parseAnnotation } from '#core/annotation-guard.ts';
import { accept, refuse, type Parser } from '#core/guard.ts';
import type { RestorePreview } from '#core/restore-preview.ts';
import { appearanceParser, personRecordParser } from '#core/person-record.ts';
import type { Backups } from './backup-database.ts';
import { makeBackup, partsOf, requireReadable, type BackedUpStore, type PartContent } from './backups.ts';
import type { Storage } from './database.ts';
import { markAnnotations, markStale, personKey } from './documents.ts';
import { refreshHeld, sourcesOf } from './held-articles.ts';
import { erase, write } from './record-change.ts';
import { notBefore } from './not-before.ts';
import type { Schema, StoreName, Transaction } from './schema.ts';
import { countRow } from './totals.ts';

/** `add` brings back what is missing and leaves everything else; `replace` makes the library what it was. */
export type RestoreMode = 'add' | 'replace';

const STORES: StoreName[] = [
  'trash', 'annotations', 'articles', 'people', 'appearances', 'tallies', 'decisions', 'versions', 'details', 'settings', 'ledger',
  'documents', 'held', 'aside',
]; // prettier-ignore

/** Records of three stores are the reader's own and are told apart; a broken one is left where it is. */
const PARSERS: Partial<Record<BackedUpStore, Parser<unknown>>> = {
  annotations: annotationParser,
  articles: articleParser,
  people: personRecordParser,
  appearances: appearanceParser,
};

/** What lay in the trash of the backup and is not deleted now, by id: with `replace` it is put back there at the end. */
type PassedOver = Map<string, Schema['trash']['value']>;

/** What restoring would change; nothing is written. Rejects with `unknown` when no passage of the backup can be read. */
export async function previewRestore(
  storage: Storage,
  backups: Backups,
  id: number,
): Promise<RestorePreview> {
  await requireReadable(backups, id);
  const counted = { annotations: empty(), articles: empty(), people: empty() };
  const totals = await storage.read(['annotations', 'articles', 'people'], async (transaction) => ({
    annotations: await transaction.objectStore('annotations').count(),
    articles: await transaction.objectStore('articles').count(),
    people: await transaction.objectStore('people').count(),
  }));
  const present = { annotations: 0, articles: 0, people: 0 };
  let damaged = 0;
  let trashed = 0;
  const parts = partsOf(backups, id, () => damaged++);
  for await (const { store, records } of parts) {
    if (store !== 'annotations' && store !== 'articles' && store !== 'people') continue;
    await storage.read([store, 'trash'], async (transaction) => {
      for (const record of readable(store, records)) {
        const key = keyOf(store, record) as string;
        const now: unknown = await transaction.objectStore(store).get(key);
        if (now === undefined) {
          counted[store].added++;
          if (store === 'annotations' && (await transaction.objectStore('trash').getKey(key)) !== undefined)
            trashed++;
        } else {
          present[store]++;
          if (!isSame(store, now, record)) counted[store].changed++;
        }
      }
    });
  }
  for (const store of ['annotations', 'articles', 'people'] as const) {
    // What stands in a part that cannot be read is not known to be missing from the backup.
    counted[store].removed = damaged > 0 ? 0 : totals[store] - present[store];
  }
  return { ...counted, trashed, damaged };
}

/**
 * Brings a backup back, a part at a time; killed half-way, it can be done again. What is in the library now is backed up first. With
 * `replace`, annotations that are not in the backup go to the trash, unless a part of it cannot be read: they may stand there. Answers
 * the backup that was taken before, and how many parts could not be read.
 */
export async function restoreBackup(
  storage: Storage,
  backups: Backups,
  input: { readonly id: number; readonly mode: RestoreMode },
  now: number,
): Promise<{ readonly before: number; readonly damaged: number }> {
  const { id, mode } = input;
  await requireReadable(backups, id);
  const before = (await isEmpty(storage)) ? id : (await makeBackup(storage, backups, now, id)).id;
  const kept = new Set<string>();
  const passedOver: PassedOver = new Map();
  let damaged = 0;
  for await (const part of partsOf(backups, id, () => damaged++)) {
    if (part.store === 'annotations') {
      for (const record of readable(part.store, part.records)) kept.add(keyOf(part.store, record) as string);
    }
    await storage.write(STORES, (transaction) => restorePart(transaction, part, mode, passedOver));
  }
  if (mode === 'replace' && damaged === 0) await throwOthers(storage, kept, passedOver, now);
  return { before, damaged };
}

/** Whether the library has nothing of the reader's that restoring might replace: what lies in its trash may be newer, too. */
export function isEmpty(storage: Storage): Promise<boolean> {
  const stores: StoreName[] = ['annotations', 'trash', 'people', 'decisions'];
  return storage.read(stores, async (transaction) => {
    const first = await Promise.all(
      stores.map((store) => transaction.objectStore(store).getAllKeys(null, 1)),
    );
    return first.every((keys) => keys.length === 0);
  });
}

async function restorePart(
  transaction: Transaction<'readwrite'>,
  { store, records }: PartContent,
  mode: RestoreMode,
  passedOver: PassedOver,
): Promise<void> {
  for (const record of readable(store, records)) {
    const key = keyOf(store, record);
    const opened = transaction.objectStore(store);
    const now: unknown = await opened.get(key as string);
    if (now !== undefined && (mode === 'add' || isSame(store, now, record))) continue;
    // What lies in the trash of the backup, and was brought back since or is not deleted, stays where it is.
    if (store === 'trash' && (await has(transaction, 'annotations', key))) {
      passedOver.set(key as string, record as Schema['trash']['value']);
      continue;
    }
    if (store === 'annotations' && mode === 'add' && (await has(transaction, 'trash', key))) continue;
    await opened.put(record as Schema['annotations']['value']);
    if (store === 'trash' || store === 'ledger') countRow(transaction, store, now, record);
    const [first = ''] = typeof key === 'string' ? [key] : key;
    if (store === 'annotations') {
      await erase(transaction, 'trash', first);
      await markAnnotations(transaction, [first]);
    }
    if (store === 'articles' || store === 'annotations')
      await refreshHeld(transaction, heldBy(store, record, first));
    if (store === 'people') await markStale(transaction, personKey(first));
    if (store === 'appearances') await markQuoting(transaction, first);
  }
}

/** Whose list of articles a record that came back may change. */
function heldBy(store: 'articles' | 'annotations', record: unknown, key: string): ReadonlySet<string> {
  return store === 'articles' ? new Set([key]) : sourcesOf([record]);
}

async function has(
  transaction: Transaction<'readwrite'>,
  store: 'annotations' | 'trash',
  key: string | readonly string[],
): Promise<boolean> {
  return (await transaction.objectStore(store).getKey(key as string)) !== undefined;
}

async function markQuoting(transaction: Transaction<'readwrite'>, source: string): Promise<void> {
  await markAnnotations(
    transaction,
    await transaction.objectStore('annotations').index('source').getAllKeys(source),
  );
}

async function throwOthers(
  storage: Storage,
  kept: ReadonlySet<string>,
  passedOver: PassedOver,
  now: number,
): Promise<void> {
  const ids = await storage.read(['annotations'], (transaction) =>
    transaction.objectStore('annotations').getAllKeys(),
  );
  const others = ids.filter((id) => !kept.has(id));
  const time = await storage.read(['changes'], (transaction) => notBefore(transaction, now));
  const deleted = new Date(time).toISOString();
  for (let from = 0; from < others.length; from += 500) {
    const sources = new Set<string>();
    await storage.write(STORES, async (transaction) => {
      for (const id of others.slice(from, from + 500)) {
        const annotation = parseAnnotation(await transaction.objectStore('annotations').get(id));
        // One that cannot be read, with no address to file it under, stays where it is.
        if (annotation === null) continue;
        const { source } = annotation.target;
        await write(transaction, 'trash', passedOver.get(id) ?? { id, source, deleted, annotation });
        // A deed of the reader's: on other machines, too, it lies in the trash then.
        await erase(transaction, 'annotations', id);
        await markStale(transaction, id, {});
        sources.add(source);
      }
      await refreshHeld(transaction, sources);
    });
  }
}

function readable(store: BackedUpStore, records: readonly unknown[]): readonly unknown[] {
  const parse = PARSERS[store] ?? keyed(store);
  return records.flatMap((record) => {
    const parsed = parse(record);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Of the other stores it is only asked that a record can be filed. */
function keyed(store: BackedUpStore): Parser<unknown> {
  return (value) => {
    const isWhole =
      typeof value === 'object' &&
      value !== null &&
      KEYS[store].every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string');
    return isWhole ? accept(value) : refuse('not-an-object');
  };
}

function isSame(store: BackedUpStore, now: unknown, record: unknown): boolean {
  const [parsed] = readable(store, [now]);
  return JSON.stringify(parsed) === JSON.stringify(record);
}

const KEYS: Readonly<Record<BackedUpStore, readonly string[]>> = {
  trash: ['id'],
  annotations: ['id'],
  articles: ['source'],
  people: ['id'],
  appearances: ['source', 'key'],
  decisions: ['source', 'kind', 'about'],
  versions: ['annotation', 'seen'],
  details: ['source'],
  settings: ['key'],
  ledger: ['id'],
  aside: ['store', 'key', 'found'],
};

/** The key of a record; of those with several parts, the parts. */
function keyOf(store: BackedUpStore, record: unknown): string | readonly string[] {
  const path = KEYS[store];
  const values = path.map((name) => String((record as Readonly<Record<string, unknown>>)[name]));
  return path.length === 1 ? (values[0] ?? '') : values;
}

function empty(): { added: number; changed: number; removed: number } {
  return { added: 0, changed: 0, removed: 0 };
}
