import { openDB } from 'idb';
import type { Migration } from './migrations/migration.ts';
import type { Database, Schema } from './schema.ts';
import { storageError, StorageError } from './storage-error.ts';

/** What becomes of an open connection. */
export interface ConnectionEvents {
  /** An older connection keeps this one from opening. */
  readonly onBlocked: () => void;
  /** The connection must not be used any more: closed for another's upgrade, or ended by the browser. */
  readonly onClosed: () => void;
  /** What is stored is brought to a newer version until this is settled: with a million records that takes minutes. */
  readonly onUpgrade?: ((done: Promise<unknown>) => void) | undefined;
}

/** A connection, and why it can only be read when that is so. */
export interface OpenDatabase {
  readonly database: Database;
  readonly readOnly: StorageError | null;
}

/**
 * Opens the database and brings it to the version of the last migration. When a migration fails, or the database is of
 * a later version, what is stored is opened as it is, for reading only. Rejects with a StorageError when there is
 * nothing to be read either.
 */
export function openDatabase(
  name: string,
  migrations: readonly Migration[],
  events: ConnectionEvents,
): Promise<OpenDatabase> {
  const upgrade: Upgrade = {
    from: 0,
    failure: null,
    isInSteps: false,
    onBegin: () => events.onUpgrade?.(opened),
  };
  const opened = openOrRead(name, migrations, events, upgrade);
  return opened;
}

async function openOrRead(
  name: string,
  migrations: readonly Migration[],
  events: ConnectionEvents,
  upgrade: Upgrade,
): Promise<OpenDatabase> {
  try {
    return { database: await openInSteps(name, migrations, events, upgrade), readOnly: null };
  } catch (error) {
    const reason = upgrade.failure === null ? storageError(error) : upgradeFailed(upgrade.failure.cause);
    const readable = reason.reason === 'newer-version' || (upgrade.failure !== null && upgrade.from > 0);
    if (!readable) throw reason;
    return { database: await openAsIs(name, events, reason), readOnly: reason };
  }
}

interface Upgrade {
  /** The version that was found. */
  from: number;
  failure: { readonly cause: unknown } | null;
  /** Whether more than one migration is wanted: then each has a transaction of its own. */
  isInSteps: boolean;
  readonly onBegin: () => void;
}

/**
 * Each migration of a database that holds something is completed by itself: who is interrupted after the third, as a worker is that has
 * been at it for long, goes on with the fourth the next time, where one transaction for all would begin again and again.
 */
async function openInSteps(
  name: string,
  migrations: readonly Migration[],
  events: ConnectionEvents,
  upgrade: Upgrade,
): Promise<Database> {
  try {
    return await openAt(name, migrations, events, upgrade);
  } catch (error) {
    if (!upgrade.isInSteps) throw error;
  }
  for (let version = upgrade.from + 1; version < migrations.length; version++) {
    (await openAt(name, migrations.slice(0, version), events, upgrade)).close();
  }
  return openAt(name, migrations, events, upgrade);
}

function openAt(
  name: string,
  migrations: readonly Migration[],
  events: ConnectionEvents,
  upgrade: Upgrade,
): Promise<Database> {
  return openDB<Schema>(name, migrations.length, {
    upgrade: (typed, from, _to, transaction) => {
      const isInSteps = from > 0 && migrations.length - from > 1;
      if (from > 0 && !upgrade.isInSteps) upgrade.onBegin();
      upgrade.from = from;
      upgrade.isInSteps ||= isInSteps;
      if (isInSteps) {
        // Nothing was done yet. That it fails is meant.
        transaction.done.catch(ignore);
        return abort(transaction);
      }
      const run = async (): Promise<void> => {
        for (const migrate of migrations.slice(from)) {
          await migrate(
            typed as unknown as Parameters<Migration>[0],
            transaction as unknown as Parameters<Migration>[1],
          );
        }
      };
      run().catch((cause: unknown) => {
        upgrade.failure = { cause };
        // All of the upgrade or nothing: without this, what a failed step had done would be committed.
        abort(transaction);
      });
      transaction.done.catch((cause: unknown) => (upgrade.failure ??= { cause }));
    },
    ...callbacks(events),
  });
}

async function openAsIs(name: string, events: ConnectionEvents, reason: StorageError): Promise<Database> {
  try {
    return await openDB<Schema>(name, undefined, callbacks(events));
  } catch {
    throw reason;
  }
}

function callbacks(events: ConnectionEvents): Parameters<typeof openDB<Schema>>[2] & object {
  return {
    blocked: events.onBlocked,
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      events.onClosed();
    },
    terminated: events.onClosed,
  };
}

function upgradeFailed(cause: unknown): StorageError {
  // A full disk wants another answer than a migration that is wrong.
  const known = storageError(cause);
  return known.reason === 'quota' ? known : new StorageError('upgrade-failed', cause);
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // The browser has aborted it already.
  }
}

function ignore(): void {
  // It is known already.
}
