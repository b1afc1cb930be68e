import type { Storage } from './database.ts';
import { forgetChanges } from './forget-changes.ts';
import { afterUndo } from '#core/sync/after-undo.ts';
import { isSynced, noteGone } from './journal.ts';
import { CHANGE_STORES, erase, read, refreshIndex, write } from './record-change.ts';
import type { ChangeItem, ChangeRecord } from './record-types.ts';
import type { Transaction } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** How far back can be undone: so many changes, so many records of them, and so long, in ms. */
const CHANGES = 1_000;
const ITEMS = 50_000;
const AGE = 30 * 24 * 60 * 60 * 1000;
/** So many records of a change are taken back at a time: an import has a hundred thousand, each with what it was before. */
const STEP = 1_000;

/** What can be undone and redone now; null: nothing. */
export interface HistoryState {
  readonly undo: ChangeRecord | null;
  readonly redo: ChangeRecord | null;
}

/** What the next undo and the next redo would do. */
export function historyState(storage: Storage): Promise<HistoryState> {
  return storage.read(['changes'], async (transaction) => {
    let redo: ChangeRecord | null = null;
    let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
    while (cursor !== null && cursor.value.undone) {
      redo = cursor.value;
      cursor = await cursor.continue();
    }
    return { undo: cursor?.value ?? null, redo };
  });
}

/** The last changes, newest first. */
export function listChanges(storage: Storage, limit: number): Promise<readonly ChangeRecord[]> {
  return storage.read(['changes'], async (transaction) => {
    const changes: ChangeRecord[] = [];
    let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
    while (cursor !== null && changes.length < limit) {
      changes.push(cursor.value);
      cursor = await cursor.continue();
    }
    return changes;
  });
}

/**
 * Takes the last change back: every record is exactly as it was. Answers what was undone, null when there is nothing. With `expected`
 * (a change's number) only that one: rejects with `not-found` when another was made since, and changes nothing.
 */
export function undo(storage: Storage, expected?: number): Promise<ChangeRecord | null> {
  return storage.write(CHANGE_STORES, async (transaction) => {
    let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
    while (cursor !== null && cursor.value.undone) cursor = await cursor.continue();
    return cursor === null ? nothing(expected) : apply(transaction, cursor.value, true, expected);
  });
}

/** Makes what was undone last again. Answers what, null when there is nothing. */
export function redo(storage: Storage, expected?: number): Promise<ChangeRecord | null> {
  return storage.write(CHANGE_STORES, async (transaction) => {
    let earliest: ChangeRecord | null = null;
    let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
    while (cursor !== null && cursor.value.undone) {
      earliest = cursor.value;
      cursor = await cursor.continue();
    }
    return earliest === null ? nothing(expected) : apply(transaction, earliest, false, expected);
  });
}

function nothing(expected: number | undefined): null {
  if (expected !== undefined) throw new StorageError('not-found');
  return null;
}

async function apply(
  transaction: Transaction<'readwrite'>,
  change: ChangeRecord,
  undone: boolean,
  expected: number | undefined,
): Promise<ChangeRecord> {
  const { number = -1 } = change;
  if (expected !== undefined && expected !== number) throw new StorageError('not-found');
  const store = transaction.objectStore('changeItems');
  const next = { ...change, undone };
  await transaction.objectStore('changes').put(next);
  const all = async (items: readonly ChangeItem[]): Promise<void> => {
    // Each is about a record of its own: none waits for another.
    await Promise.all(items.map((item) => applyItem(transaction, item, change, undone)));
    await refreshIndex(transaction, items);
  };
  const goes = ({ store: of, before, after }: ChangeItem): boolean =>
    of === 'articles' && (undone ? before : after) === null;
  const going: number[] = [];
  for (let from = 0; ;) {
    const items = await store.getAll(IDBKeyRange.bound([number, from], [number, []]), STEP);
    await all(items.filter((item) => !goes(item)));
    going.push(...items.filter(goes).map(({ item }) => item));
    const last = items.at(-1);
    if (last === undefined || items.length < STEP) break;
    from = last.item + 1;
  }
  // An article goes after all that was in it, unless another machine has kept a passage of it since.
  for (let at = 0; at < going.length; at += STEP) {
    const items = await Promise.all(going.slice(at, at + STEP).map((item) => store.get([number, item])));
    await all(
      await withoutQuoted(
        transaction,
        items.filter((item) => item !== undefined),
      ),
    );
  }
  return next;
}

async function withoutQuoted(
  transaction: Transaction<'readwrite'>,
  articles: readonly ChangeItem[],
): Promise<readonly ChangeItem[]> {
  const quoted = transaction.objectStore('annotations').index('source');
  const passages = await Promise.all(articles.map(({ key }) => quoted.getKey(String(key))));
  return articles.filter((_article, index) => passages[index] === undefined);
}

async function applyItem(
  transaction: Transaction<'readwrite'>,
  item: ChangeItem,
  { action, about }: ChangeRecord,
  undone: boolean,
): Promise<void> {
  const { store, key } = item;
  const value = undone ? item.before : item.after;
  const left = undone ? item.after : item.before;
  const present = await read(transaction, store, key);
  const next = isSynced(store) ? afterUndo(store, key, { present, left, value }) : value;
  // Something that is not in the log, such as the purge of the trash, a restored backup or another machine, may have taken the record since.
  if (next === undefined || (next === null && left !== null && present === undefined)) return;
  if (next !== null) return write(transaction, store, next);
  await erase(transaction, store, key);
  // Who was joined to somebody is joined again: the other machines are told to whom.
  if (store === 'people' && action === 'merge' && !undone && about !== null)
    await noteGone(transaction, store, key, about);
}

/** Forgets changes that are too old or too many; the last one always stays. `now` in ms since 1970. Answers how many were forgotten. */
export async function pruneHistory(storage: Storage, now: number): Promise<number> {
  const oldest = new Date(now - AGE).toISOString();
  const all = await storage.read(['changes'], (transaction) => transaction.objectStore('changes').getAll());
  let items = 0;
  // A change was not made before the one before it, whatever the clock said at the time.
  let latest = '';
  const times = all.map(({ at }) => (latest = at > latest ? at : latest)).reverse();
  const forgotten = all.reverse().filter(({ count }, index) => {
    items += count;
    return index > 0 && (index >= CHANGES || items > ITEMS || (times[index] ?? '') < oldest);
  });
  // The oldest first: cut off, what is left can be undone from the last change on.
  await forgetChanges(storage, forgotten.reverse());
  return forgotten.length;
}
