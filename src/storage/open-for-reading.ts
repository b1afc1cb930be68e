import { openDB } from 'idb';
import { databaseName } from './connection.ts';
import type { Storage } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Schema, StoreName, Transaction } from './schema.ts';
import { storageError } from './storage-error.ts';

/** What reads the database, in transactions of its own or within one. */
export type Reading = Pick<Storage, 'read'>;

/** A connection that cannot write. */
export interface ReadingConnection extends Reading {
  /** Runs `work` in one transaction, so that nothing changes meanwhile: what wants to write waits. `work` may await nothing but it. */
  readonly hold: <T>(stores: StoreName[], work: (reading: Reading) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/**
 * Opens the database as it is, for reading: it is neither made nor upgraded, and let go at once when the background wants to upgrade it.
 * The functions reject with a StorageError. Never rejects itself.
 * @returns null where there is none of the newest version: in a browser's other store, as of a private window, or before its upgrade
 */
export async function openForReading(name = databaseName): Promise<ReadingConnection | null> {
  const database = await openDB<Schema>(name, undefined, {
    upgrade: (_database, _from, _to, transaction) => {
      // There is none: it is for the background to make it, and this undoes the making.
      transaction.done.catch(ignore);
      transaction.abort();
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  }).catch(() => null);
  if (database === null) return null;
  if (database.version !== migrations.length) {
    database.close();
    return null;
  }
  const begun = (stores: StoreName[]): Transaction<'readonly'> => {
    const transaction = database.transaction(stores, 'readonly');
    transaction.done.catch(ignore);
    return transaction;
  };
  return {
    read: (stores, work) => guarded(() => work(begun(stores))),
    hold: (stores, work) =>
      guarded(() => {
        const transaction = begun(stores);
        return work({ read: (_stores, part) => part(transaction) });
      }),
    close: () => database.close(),
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}

function ignore(): void {
  // The same failure reaches the caller another way.
}
