import type { LocalChange } from '#core/sync/absorb-changes.ts';
import { isKeyOf } from '#core/sync/document-key.ts';
import { keyText, type SyncedStore } from '#core/sync/sync-document.ts';
import { keyOf } from './record-key.ts';
import type { StoreName, Transaction } from './schema.ts';

const SYNCED: Readonly<Record<SyncedStore, true>> = {
  annotations: true,
  articles: true,
  people: true,
  appearances: true,
  decisions: true,
  versions: true,
};

export function isSynced(store: string): store is SyncedStore {
  return Object.hasOwn(SYNCED, store);
}

/** Whose record a row of the journal or of the replica is, by the name that it is filed under (keyText); null for no name of ours. */
export function filedUnder(name: string): LocalChange | null {
  let parts: unknown;
  try {
    parts = JSON.parse(name);
  } catch {
    return null;
  }
  const [store, key] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
  const isKey =
    typeof key === 'string' || (Array.isArray(key) && key.every((part) => typeof part === 'string'));
  if (typeof store !== 'string' || !isSynced(store) || !isKey) return null;
  const wanted = key as LocalChange['key'];
  return isKeyOf(store, wanted) ? { store, key: wanted } : null;
}

/** The stores of a write, with the journal where one is kept and there is something to note. */
export function withJournal(stores: readonly StoreName[]): StoreName[] {
  return stores.some(isSynced) && !stores.includes('journal') ? [...stores, 'journal'] : [...stores];
}

/** Transactions of which the journal does not hear. */
const silent = new WeakSet<object>();

/**
 * What this transaction writes from here on is no deed of the reader's: it comes from other machines, or mends what a disk has spoilt. Nobody
 * is met in it either: whoever is named comes from there, too.
 */
export function notTheReaders(transaction: Transaction<'readwrite'>): void {
  silent.add(transaction);
}

export function isReaders(transaction: Transaction<'readwrite'>): boolean {
  return !silent.has(transaction);
}

function isKept(transaction: Transaction<'readwrite'>): boolean {
  return isReaders(transaction) && transaction.objectStoreNames.contains('journal');
}

function note(transaction: Transaction<'readwrite'>, change: LocalChange): Promise<unknown> {
  return transaction.objectStore('journal').put({ name: keyText(change), change });
}

/**
 * Notes that the reader has deleted a record; `into`: that a person was joined to another. What is deleted and not noted (a record that a disk
 * has spoilt, an article that holds nothing any more) is no deed of the reader's, and stays on other machines.
 */
export async function noteGone(
  transaction: Transaction<'readwrite'>,
  store: string,
  key: LocalChange['key'],
  into?: string,
): Promise<void> {
  if (!isSynced(store) || !isKept(transaction)) return;
  await note(transaction, { store, key, isGone: true, ...(into === undefined ? {} : { into }) });
}

/** The transaction, in which every record that is put is noted. */
export function journalled(transaction: Transaction<'readwrite'>): Transaction<'readwrite'> {
  if (!isKept(transaction)) return transaction;
  const noted: Transaction<'readwrite'> = new Proxy(transaction, {
    get(target, name) {
      if (name === 'objectStore') return (store: StoreName) => noting(noted, target, store);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
  return noted;
}

function noting(
  noted: Transaction<'readwrite'>,
  transaction: Transaction<'readwrite'>,
  name: StoreName,
): unknown {
  const store = transaction.objectStore(name);
  if (!isSynced(name) || !isReaders(noted)) return store;
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'put' && property !== 'add')
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      return async (record: never): Promise<unknown> => {
        const [done] = await Promise.all([
          target[property](record),
          note(transaction, { store: name, key: keyOf(name, record) }),
        ]);
        return done;
      };
    },
  });
}
