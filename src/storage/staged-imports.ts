import type { ImportDone, LeftImport } from '#core/import-preview.ts';
import { accept, arrayOf, nullable, object, offset, type Parser, refuse, string } from '#core/guard.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import type { Storage } from './database.ts';
import type { Transaction } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** In the order in which they are brought in: whom names mean must be known before the people are. */
export const KINDS = ['articles', 'appearances', 'people', 'annotations', 'decisions', 'versions'] as const;

/** What is noted of an import beside its parts. */
interface About {
  readonly files: readonly string[];
  /** How many records were put aside. */
  readonly count: number;
  /** What came of it; the note stays until somebody has been told. */
  readonly done: ImportDone | null;
  /** Its surface was gone, and its parts were forgotten: nothing can be added to it or brought in. */
  readonly isLeft: boolean;
}

/** Only this file writes it, but a disk can hold anything. What was done is only shown. */
const aboutParser: Parser<About> = object<About>({
  files: arrayOf(string(1_000), 1_000),
  count: offset,
  done: nullable((value) =>
    typeof value === 'object' && value !== null ? accept(value as ImportDone) : refuse('not-an-object'),
  ),
  isLeft: (value) => (typeof value === 'boolean' ? accept(value) : refuse('not-allowed')),
});

const ALL: StagedStores = ['staged'];
type StagedStores = ['staged'];
const aboutKey = (id: string): [string, 'about', number] => [id, 'about', 0];
const rangeOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Begins an import of these files under a new name. */
export function beginImport(storage: Storage, id: string, files: readonly string[]): Promise<void> {
  return storage.write(ALL, (transaction) =>
    putAbout(transaction, id, { files, count: 0, done: null, isLeft: false }),
  );
}

/**
 * Puts a part of a file aside; the library does not change. `part` counts from 0; the same part a second time takes its own place.
 * Rejects with `not-found` when the import was dropped or left.
 */
export function stageImport(
  storage: Storage,
  input: { readonly import: string; readonly part: number; readonly records: ImportRecords },
): Promise<void> {
  return storage.write(ALL, async (transaction) => {
    const { import: id, part } = input;
    const about = await aboutOf(transaction, id);
    if (about === null || about.isLeft || about.done !== null) throw new StorageError('not-found');
    const store = transaction.objectStore('staged');
    let { count } = about;
    for (const kind of KINDS) {
      const records = input.records[kind];
      if (records.length === 0) continue;
      if ((await store.getKey([id, kind, part])) === undefined) count += records.length;
      await store.put({ import: id, kind, part, records });
    }
    await putAbout(transaction, id, { ...about, count });
  });
}

/** How many records wait to be brought in, within a transaction. Rejects with `not-found` when there is none. */
export async function stagedCount(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
): Promise<number> {
  const about = await aboutOf(transaction, id);
  if (about === null || about.isLeft || about.count === 0) throw new StorageError('not-found');
  return about.count;
}

/** Forgets what was put aside and all that is known of the import. */
export function dropImport(storage: Storage, id: string): Promise<void> {
  return storage.write(ALL, (transaction) => transaction.objectStore('staged').delete(rangeOf(id)));
}

/** Notes, in the transaction that has brought it in, what was done: whoever asks later is told so. */
export async function settleImport(
  transaction: Transaction<'readwrite'>,
  id: string,
  done: ImportDone,
): Promise<void> {
  const about = await aboutOf(transaction, id);
  await transaction.objectStore('staged').delete(rangeOf(id));
  if (about !== null) await putAbout(transaction, id, { ...about, count: 0, done });
}

/** What came of an import, for a surface whose answer was lost. `waiting`: nothing yet, it can be brought in; `gone`: nothing, it was dropped or left. */
export async function importOutcome(storage: Storage, id: string): Promise<ImportDone | 'waiting' | 'gone'> {
  const about = await storage.read(ALL, (transaction) => aboutOf(transaction, id));
  if (about === null || about.isLeft) return 'gone';
  return about.done ?? 'waiting';
}

/**
 * Forgets the parts of imports whose surface is gone, which is not among `alive`. Answers all such imports of which nobody has been told yet
 * (`dropImport` is the end of them).
 */
export async function sweepImports(
  storage: Storage,
  alive: ReadonlySet<string>,
): Promise<readonly LeftImport[]> {
  // Every surface that opens asks: while nothing is put aside, nothing is to be written.
  const count = await storage.read(ALL, (transaction) => transaction.objectStore('staged').count());
  if (count === 0) return [];
  return storage.write(ALL, async (transaction) => {
    const store = transaction.objectStore('staged');
    const names = new Set((await store.getAllKeys()).map(([id]) => id));
    const left: LeftImport[] = [];
    for (const id of names) {
      if (alive.has(id)) continue;
      const about = await aboutOf(transaction, id);
      if (about?.isLeft !== true) {
        await store.delete(rangeOf(id));
        if (about !== null) await putAbout(transaction, id, { ...about, count: 0, isLeft: true });
      }
      if (about !== null) left.push({ import: id, files: about.files, done: about.done });
    }
    return left;
  });
}

/** What was put aside of one kind, a part at a time, within a transaction. */
export async function* stagedParts(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
  kind: (typeof KINDS)[number],
): AsyncGenerator<readonly unknown[], void, undefined> {
  const store = (transaction as Transaction<'readonly'>).objectStore('staged');
  for (const key of await store.getAllKeys(IDBKeyRange.bound([id, kind], [id, kind, []]))) {
    const records: unknown = (await store.get(key))?.records;
    if (Array.isArray(records)) yield records as readonly unknown[];
  }
}

async function aboutOf(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
): Promise<About | null> {
  const store = (transaction as Transaction<'readonly'>).objectStore('staged');
  const stored: unknown = (await store.get(aboutKey(id)))?.records;
  const parsed = aboutParser(Array.isArray(stored) ? stored[0] : undefined);
  return parsed.ok ? parsed.value : null;
}

async function putAbout(transaction: Transaction<'readwrite'>, id: string, about: About): Promise<void> {
  await transaction.objectStore('staged').put({ import: id, kind: 'about', part: 0, records: [about] });
}
