import { parseAnnotation } from '#core/annotation-guard.ts';
import type { ChangeAction } from '#core/change-action.ts';
import { parsePersonRecord } from '#core/person-record.ts';
import type { Storage } from './database.ts';
import type { Need } from './full-disk.ts';
import { indexAnnotations, indexPerson } from './documents.ts';
import { refreshHeld, sourcesOf } from './held-articles.ts';
import type { ChangeItem, ChangeRecord, LoggedStore } from './record-types.ts';
import type { Schema, StoreName, Transaction } from './schema.ts';
import { StorageError } from './storage-error.ts';
import { noteGone } from './journal.ts';
import { keyOf } from './record-key.ts';
import { countRow } from './totals.ts';

/** Edits of one record that follow each other within this time are one change, in ms: a note that is being typed. */
const ONE_EDIT = 5_000;

/** All that a change may touch. */
export const CHANGE_STORES: StoreName[] = [
  'articles', 'annotations', 'held', 'trash', 'people', 'appearances', 'tallies', 'documents', 'decisions', 'versions', 'changes',
  'changeItems',
]; // prettier-ignore

/** Writes records and remembers what they were. */
export interface Recorder {
  readonly transaction: Transaction<'readwrite'>;
  readonly put: <Store extends LoggedStore>(store: Store, value: Schema[Store]['value']) => Promise<void>;
  readonly remove: <Store extends LoggedStore>(store: Store, key: Schema[Store]['key']) => Promise<void>;
}

export interface Change {
  readonly action: ChangeAction;
  /** The one record that it is about, or null. */
  readonly about: string | null;
  /** ms since 1970. */
  readonly now: number;
  /** What it needs of the disk; `room`, if nothing is said. */
  readonly need?: Need;
}

type Item = Omit<ChangeItem, 'change' | 'item'>;

/**
 * Runs `work` in one transaction, in which what it writes is remembered to be undone, and searched as it is now. A change drops what
 * was undone before it.
 */
export function recordChange<T>(
  storage: Storage,
  change: Change,
  work: (recorder: Recorder) => Promise<T>,
): Promise<T> {
  const run = async (transaction: Transaction<'readwrite'>): Promise<T> => {
    const items = new Map<string, Item>();
    const result = await work(recorderOf(transaction, items));
    const changed = [...items.values()].filter(({ before, after }) => before !== null || after !== null);
    // The log and the index have no store in common: neither waits for the other's answers.
    await Promise.all([
      changed.length > 0 ? log(transaction, change, changed) : null,
      refreshIndex(transaction, changed),
    ]);
    return result;
  };
  return storage.write(CHANGE_STORES, run, change.need);
}

function recorderOf(transaction: Transaction<'readwrite'>, items: Map<string, Item>): Recorder {
  const note = async (store: LoggedStore, key: Item['key'], after: unknown): Promise<void> => {
    const name = JSON.stringify([store, key]);
    const earlier = items.get(name);
    const before: unknown = earlier === undefined ? await read(transaction, store, key) : earlier.before;
    items.set(name, { store, key, before: before ?? null, after });
  };
  return {
    transaction,
    put: async (store, value) => {
      if (!isReadable(store, value)) throw new StorageError('too-large');
      await note(store, keyOf(store, value), value);
      await write(transaction, store, value);
    },
    remove: async (store, key) => {
      await note(store, key, null);
      await erase(transaction, store, key);
    },
  };
}

/**
 * Whether a record can be read again. What two editors have written may be more than one record holds: it is refused while both still
 * have their words, for nobody would see them again.
 */
function isReadable(store: LoggedStore, value: unknown): boolean {
  if (store === 'annotations') return parseAnnotation(value) !== null;
  return store !== 'people' || parsePersonRecord(value) !== null;
}

/** What stands under a key now. */
export async function read(
  transaction: Transaction<'readwrite'>,
  store: LoggedStore,
  key: Item['key'],
): Promise<unknown> {
  return transaction.objectStore(store).get(key as string);
}

/** Writes what a change says, as it is. */
export async function write(
  transaction: Transaction<'readwrite'>,
  store: LoggedStore,
  value: unknown,
): Promise<void> {
  if (store === 'trash') await countTrash(transaction, keyOf(store, value), value);
  // Each store has a type of record of its own; each value comes from its own store's put, or was read from it.
  await transaction.objectStore(store).put(value as Schema['annotations']['value']);
}

export async function erase(
  transaction: Transaction<'readwrite'>,
  store: LoggedStore,
  key: Item['key'],
): Promise<void> {
  if (store === 'trash') await countTrash(transaction, key, undefined);
  await Promise.all([
    transaction.objectStore(store).delete(key as string),
    noteGone(transaction, store, key),
  ]);
}

/** Notes what a write makes of the length of the trash, before it. */
async function countTrash(
  transaction: Transaction<'readwrite'>,
  key: Item['key'],
  after: unknown,
): Promise<void> {
  countRow(transaction, 'trash', await read(transaction, 'trash', key), after);
}

/** Forgets what was undone: another change follows now. Answers the last that stands. */
export async function dropUndone(transaction: Transaction<'readwrite'>): Promise<ChangeRecord | undefined> {
  let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
  while (cursor !== null && cursor.value.undone) {
    const { key } = cursor;
    await cursor.delete();
    await transaction.objectStore('changeItems').delete(IDBKeyRange.bound([key], [key, []]));
    cursor = await cursor.continue();
  }
  return cursor?.value;
}

async function log(
  transaction: Transaction<'readwrite'>,
  { action, about, now }: Change,
  items: readonly Item[],
): Promise<void> {
  const changes = transaction.objectStore('changes');
  const at = new Date(now).toISOString();
  const last = await dropUndone(transaction);
  if (last !== undefined && (await goesOn(transaction, last, { action, about, now }, items))) {
    await changes.put({ ...last, at });
    return;
  }
  const number = await changes.add({ action, about, count: items.length, at, undone: false });
  const store = transaction.objectStore('changeItems');
  await Promise.all(items.map((item, index) => store.put({ ...item, change: number, item: index })));
}

/** Joins an edit to the one before it, when it goes on with the same record. A record's first saving stays a change of its own. */
async function goesOn(
  transaction: Transaction<'readwrite'>,
  last: ChangeRecord,
  { action, about, now }: Change,
  items: readonly Item[],
): Promise<boolean> {
  const { number = -1 } = last;
  const [item, second] = items;
  const isTyped = action === 'put' || action === 'person-note';
  const isSame = last.action === action && isTyped && last.about === about && last.count === 1;
  // A clock that was set back in between says nothing of how long it was: then it is another change.
  const isSoon = Math.abs(now - Date.parse(last.at)) <= ONE_EDIT;
  if (!isSame || item === undefined || second !== undefined || !isSoon) return false;
  const store = transaction.objectStore('changeItems');
  const earlier = await store.get([number, 0]);
  if (earlier === undefined || earlier.before === null || earlier.store !== item.store) return false;
  if (JSON.stringify(earlier.key) !== JSON.stringify(item.key)) return false;
  // Another machine has written in between: what it has written is not this edit's, and is not undone with it.
  if (JSON.stringify(earlier.after) !== JSON.stringify(item.before)) return false;
  await store.put({ ...earlier, after: item.after });
  return true;
}

/** Makes the index hold what has changed. */
export async function refreshIndex(
  transaction: Transaction<'readwrite'>,
  items: readonly Item[],
): Promise<void> {
  const annotations = new Set<string>();
  const people = new Set<string>();
  const articles = new Set<string>();
  for (const { store, key } of items) {
    if (store === 'annotations') annotations.add(String(key));
    if (store === 'people') people.add(String(key));
    if (store === 'articles') articles.add(String(key));
    if (store === 'appearances' || store === 'articles') {
      const quoting = transaction.objectStore('annotations').index('source');
      for (const id of await quoting.getAllKeys(sourceIn(key))) annotations.add(id);
    }
  }
  // An edit leaves an article as it was: it holds the record before and after.
  const moved = items.filter(
    ({ store, before, after }) => store === 'annotations' && (before === null) !== (after === null),
  );
  const sources = sourcesOf(moved.map(({ before, after }) => before ?? after));
  await Promise.all([
    refreshHeld(transaction, new Set([...sources, ...articles])),
    indexAnnotations(transaction, [...annotations]),
  ]);
  // Each is counted by his or her own row: none waits for another.
  await Promise.all([...people].map((id) => indexPerson(transaction, id)));
}

/** The article's address in the key of an article or of a name in it. */
function sourceIn(key: Item['key']): string {
  return typeof key === 'string' ? key : (key[0] ?? '');
}
