import type { Backups, BackupRecord } from './backup-database.ts';
import type { Storage } from './database.ts';
import { createRoomGuard } from './full-disk.ts';
import { pack, unpack } from './gzip.ts';
import { partJson } from './part-json.ts';
import type { StoreName } from './schema.ts';
import { StorageError, storageError } from './storage-error.ts';

/** How many are kept. */
const KEPT = 7;
/** How often one is made, in ms. */
const DAY = 24 * 60 * 60 * 1000;
/** How many records a part holds: few enough that it needs little memory. */
const PART = 500;

/**
 * What a backup holds. The trash is read twice: a record that is moved to it or out of it meanwhile stands in one of the three.
 * The index and what can be undone are not in it: one is made anew, the other belongs to what is replaced.
 */
const ORDER = [
  'trash', 'annotations', 'trash', 'articles', 'people', 'appearances', 'decisions', 'versions', 'details', 'settings', 'ledger',
  'aside',
] as const satisfies readonly StoreName[]; // prettier-ignore

export type BackedUpStore = (typeof ORDER)[number];

/** One part of a backup, unpacked. */
export interface PartContent {
  readonly store: BackedUpStore;
  readonly records: readonly unknown[];
}

/** A backup that is whole. */
export type Backup = BackupRecord & { readonly id: number };

/** Every whole backup, the newest first. */
export function listBackups(backups: Backups): Promise<readonly Backup[]> {
  return guarded(() =>
    backups(async (database) => {
      const all = await database.getAll('backups');
      return all
        .flatMap((one) => (one.whole && one.id !== undefined ? [{ ...one, id: one.id }] : []))
        .reverse();
    }),
  );
}

/** Makes a backup when the last one is a day old and something has changed since. Answers it, or null when none was needed. */
export async function backUpDaily(storage: Storage, backups: Backups, now: number): Promise<Backup | null> {
  const [last] = await listBackups(backups);
  const isYoung = last !== undefined && now - Date.parse(last.at) < DAY && now >= Date.parse(last.at);
  if (isYoung || (await changeNow(storage)) === (last?.change ?? 0)) return null;
  return makeBackup(storage, backups, now);
}

/** Makes a backup now. More than seven are not kept: the oldest go, but never the last that holds anything, nor the one that is `spared`. */
export function makeBackup(
  storage: Storage,
  backups: Backups,
  now: number,
  spared?: number,
): Promise<Backup> {
  return guarded(async () => {
    const change = await changeNow(storage);
    const at = new Date(now).toISOString();
    const start: BackupRecord = {
      at,
      articles: 0,
      annotations: 0,
      people: 0,
      parts: 0,
      size: 0,
      change,
      whole: false,
    };
    // The browser keeps both databases in one place: a backup that meets the end of the disk would take the library with it.
    const ensureRoom = createRoomGuard();
    await ensureRoom();
    await dropUnfinished(backups, now);
    const id = await backups((database) => database.add('backups', start));
    let written: Written;
    try {
      written = await writeParts(storage, backups, id, ensureRoom);
    } catch (error) {
      // What nobody can bring back must not fill the disk, a part more with each try.
      await drop(backups, id).catch(() => null);
      throw error;
    }
    const { parts, size, counts } = written;
    const count = (store: BackedUpStore): number => counts.get(store) ?? 0;
    const whole = {
      ...start, id, parts, size, whole: true,
      articles: count('articles'), annotations: count('annotations'), people: count('people'),
    }; // prettier-ignore
    await finish(backups, whole);
    await rotate(backups, new Set([id, spared]));
    return whole;
  });
}

/**
 * Calls a backup whole, unless it was dropped while it was written: all backups were, or the clock has jumped. Its parts are not all
 * there then.
 */
async function finish(backups: Backups, whole: Backup): Promise<void> {
  const isThere = await backups(async (database) => {
    const transaction = database.transaction(['backups', 'parts'], 'readwrite');
    const end = async (): Promise<boolean> => {
      const begun = await transaction.objectStore('backups').getKey(whole.id);
      if (begun === undefined) await transaction.objectStore('parts').delete(partsIn(whole.id));
      else await transaction.objectStore('backups').put(whole);
      return begun !== undefined;
    };
    const [isWhole] = await Promise.all([end(), transaction.done]);
    return isWhole;
  });
  if (!isThere) throw new StorageError('aborted');
}

interface Written {
  readonly parts: number;
  /** In bytes, packed. */
  readonly size: number;
  /** Records by store. */
  readonly counts: ReadonlyMap<BackedUpStore, number>;
}

async function writeParts(
  storage: Storage,
  backups: Backups,
  id: number,
  ensureRoom: () => Promise<void>,
): Promise<Written> {
  const counts = new Map<BackedUpStore, number>();
  let [parts, size] = [0, 0];
  for (const store of ORDER) {
    for await (const records of batches(storage, store)) {
      const { json, count } = partJson(store, records);
      const bytes = await pack(json);
      await ensureRoom();
      await backups((database) => database.put('parts', { backup: id, part: parts, bytes }));
      counts.set(store, (counts.get(store) ?? 0) + count);
      parts++;
      size += bytes.length;
    }
  }
  return { parts, size, counts };
}

/** The parts of a backup, one at a time. One that is missing or cannot be unpacked is told to `onDamaged` and passed over. */
export async function* partsOf(
  backups: Backups,
  id: number,
  onDamaged: () => void = () => {},
): AsyncGenerator<PartContent, void, undefined> {
  const backup = await backups((database) => database.get('backups', id));
  if (backup?.whole !== true) throw new StorageError('not-found');
  for (let part = 0; part < backup.parts; part++) {
    const content = await readPart(backups, id, part).catch(() => null);
    if (content === null) onDamaged();
    else yield content;
  }
}

/** Rejects with `unknown` when a part is damaged and no passage of the backup can be read: there is nothing to bring back. */
export async function requireReadable(backups: Backups, id: number): Promise<void> {
  let damaged = 0;
  for await (const { store, records } of partsOf(backups, id, () => damaged++)) {
    if (store === 'annotations' && records.length > 0) return;
  }
  if (damaged > 0) throw new StorageError('unknown');
}

/** One part of a backup. Rejects with `not-found` when it is missing, with `unknown` when it cannot be read. */
export function readPart(backups: Backups, id: number, part: number): Promise<PartContent> {
  return guarded(async () => {
    const stored = await backups((database) => database.get('parts', [id, part]));
    if (stored === undefined) throw new StorageError('not-found');
    const { store, records } = JSON.parse(await unpack(stored.bytes)) as Partial<PartContent>;
    const known = ORDER.find((name) => name === store);
    if (known === undefined || !Array.isArray(records)) throw new StorageError('unknown');
    return { store: known, records };
  });
}

/** Forgets every backup, one that was begun and never ended, too. */
export function wipeBackups(backups: Backups): Promise<void> {
  return guarded(() =>
    backups(async (database) => {
      const transaction = database.transaction(['backups', 'parts'], 'readwrite');
      await Promise.all([
        transaction.objectStore('parts').clear(),
        transaction.objectStore('backups').clear(),
        transaction.done,
      ]);
    }),
  );
}

async function* batches(
  storage: Storage,
  store: BackedUpStore,
): AsyncGenerator<readonly unknown[], void, undefined> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, records]: [IDBValidKey[], unknown[]] = await storage.read([store], (transaction) => {
      const opened = transaction.objectStore(store);
      return Promise.all([opened.getAllKeys(range, PART), opened.getAll(range, PART)]);
    });
    const last = keys.at(-1);
    if (last === undefined) return;
    yield records;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

/** The number of the last change; 0 when nothing was ever changed. */
function changeNow(storage: Storage): Promise<number> {
  return storage.read(
    ['changes'],
    async (transaction) => (await transaction.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0,
  );
}

/** Drops what is too old. What is not whole may be under way: a backup of every day beside one that is made before an import. */
async function rotate(backups: Backups, spared: ReadonlySet<number | undefined>): Promise<void> {
  await backups(async (database) => {
    const whole = (await database.getAll('backups')).filter((one) => one.whole).reverse();
    const filled = whole.find(({ annotations }) => annotations > 0);
    const kept = new Set(
      [...whole.slice(0, KEPT), ...(filled === undefined ? [] : [filled])].map(({ id }) => id),
    );
    for (const { id = -1 } of whole) {
      if (kept.has(id) || spared.has(id)) continue;
      await drop(backups, id);
    }
  });
}

/** Drops what was begun a day ago and never ended: its worker was ended in the middle. What is younger may still be written. */
async function dropUnfinished(backups: Backups, now: number): Promise<void> {
  const all = await backups((database) => database.getAll('backups'));
  for (const { id = -1, whole, at } of all) {
    // Either way: it may have been begun while the clock was ahead.
    if (!whole && Math.abs(now - Date.parse(at)) > DAY) await drop(backups, id);
  }
}

const partsIn = (id: number): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

function drop(backups: Backups, id: number): Promise<void> {
  return backups(async (database) => {
    const transaction = database.transaction(['backups', 'parts'], 'readwrite');
    await Promise.all([
      transaction.objectStore('parts').delete(partsIn(id)),
      transaction.objectStore('backups').delete(id),
      transaction.done,
    ]);
  });
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}
