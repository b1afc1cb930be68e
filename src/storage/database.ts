import { createOpener, type DatabaseOptions } from './connection.ts';
import { createRoomGuard, fullDiskOr, type Need } from './full-disk.ts';
import { isSynced, journalled, withJournal } from './journal.ts';
import { createJournalSwitch } from './journal-switch.ts';
import { createListPlaces, type ListPlaces } from './list-places.ts';
import type { OpenDatabase } from './open-database.ts';
import type { StoreName, Transaction } from './schema.ts';
import type { BrokenRow } from './set-aside.ts';
import { storageError, type StorageError } from './storage-error.ts';
import { COUNTED, recount, withTotals, writeTotals } from './totals.ts';

/** The way to the stores. It opens on first use, and again after the browser or another version has closed it. */
export interface Storage {
  /** Runs `work` in a transaction that only reads. `work` may await nothing but the transaction. */
  readonly read: <T>(
    stores: StoreName[],
    work: (transaction: Transaction<'readonly'>) => Promise<T>,
  ) => Promise<T>;
  /**
   * Runs `work` in a transaction that writes, and resolves after it has completed: what was written is on the disk.
   * When anything fails, nothing of it was written. On a full disk only what needs a `little` is begun: work that frees room, in steps
   * that write few hundred kilobytes each.
   */
  readonly write: <T>(
    stores: StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<T>,
    need?: Need,
  ) => Promise<T>;
  /** What reading has shown of long lists. */
  readonly places: ListPlaces;
  /** Is told of much work on the index that nobody waits for. */
  readonly onBacklog: (done: Promise<unknown>) => void;
  /** Is told of rows of a list that cannot be read. */
  readonly onBroken: (rows: readonly BrokenRow[]) => void;
  /** Why the database that is open can only be read; null when it can be written, or was not opened yet. */
  readonly readOnly: () => StorageError | null;
}

/** A way to the database; nothing is opened yet. Its functions reject with a StorageError and with nothing else. */
export function createStorage(options: DatabaseOptions = {}): Storage {
  const open = createOpener(options);
  const ensureRoom = createRoomGuard();
  const places = createListPlaces();
  let readOnlyNow: StorageError | null = null;
  const journal = createJournalSwitch(options.isJournalled);

  async function begin<T>(start: (opened: OpenDatabase) => T): Promise<T> {
    const connection = await open();
    readOnlyNow = connection.readOnly;
    try {
      return start(connection);
    } catch (error) {
      // The connection may have been closed after it was handed out. Nothing has begun, so a second try is safe.
      if (storageError(error).reason !== 'aborted') throw error;
      connection.leave();
      return start(await open());
    }
  }

  return {
    places,
    onBacklog: options.onBacklog ?? ignore,
    onBroken: options.onBroken ?? ignore,
    readOnly: () => readOnlyNow,
    read: (stores, work) =>
      guarded(async () => {
        const transaction = await begin(({ database, readOnly }) => {
          const { objectStoreNames } = database;
          // A library of before, which can only be read, has no totals: its lists are counted.
          const wanted = stores.filter((store) => store !== 'totals' || objectStoreNames.contains(store));
          const present = wanted.every((store) => objectStoreNames.contains(store));
          if (!present && readOnly !== null) throw readOnly;
          const begun = database.transaction(wanted, 'readonly');
          places.reads(begun);
          return begun;
        });
        transaction.done.catch(ignore);
        const result = await work(transaction);
        noteTotals();
        return result;
      }),
    write,
  };

  function write<T>(
    stores: StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<T>,
    need?: Need,
  ): Promise<T> {
    return guarded(async () => {
      await ensureRoom(need);
      if (stores.some(isSynced)) await journal.learn(begin);
      const transaction = await begin(({ database, readOnly }) => {
        if (readOnly !== null) throw readOnly;
        // Asked here, in one step with the transaction's beginning: what is begun after sync was set up is noted.
        const wanted = withTotals(journal.isOn() ? withJournal(stores) : stores);
        const begun = database.transaction(wanted, 'readwrite', { durability: 'strict' });
        places.writes(stores);
        return journalled(begun);
      });
      const result = await complete(transaction, work);
      if (stores.includes('sync')) {
        journal.forget();
        await journal.learn(begin);
      }
      return result;
    });
  }

  /** Counts lists whose length was missing or wrong, and notes it: nobody waits for that, and who finds it so again tries again. */
  function noteTotals(): void {
    if (places.takeMiscounted() && readOnlyNow === null) write(COUNTED, recount, 'little').catch(ignore);
  }
}

async function complete<T>(
  transaction: Transaction<'readwrite'>,
  work: (transaction: Transaction<'readwrite'>) => Promise<T>,
): Promise<T> {
  transaction.done.catch(ignore);
  let result: T;
  try {
    result = await work(transaction);
    await writeTotals(transaction);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It was aborted by what failed.
    }
    // A killed transaction fails its requests with AbortError; the reason, such as a full disk, is the transaction's.
    throw transaction.error ?? error;
  }
  await transaction.done;
  return result;
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw await fullDiskOr(storageError(error));
  }
}

function ignore(): void {
  // The same failure reaches the caller another way.
}
