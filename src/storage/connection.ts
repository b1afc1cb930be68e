import { migrations as released } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import type { BrokenRow } from './set-aside.ts';
import { storageError, StorageError } from './storage-error.ts';

/** The one that the extension uses. */
export const databaseName = 'on-record';

export interface DatabaseOptions {
  /** Default: `databaseName`. */
  readonly name?: string;
  /** Default: all that were released. */
  readonly migrations?: readonly Migration[];
  /** How long to wait for an older connection to close, in ms. Default: 5,000. */
  readonly patience?: number;
  /** How long to wait for a browser that says nothing at all, in ms; an upgrade may take longer. Default: 20,000. */
  readonly silence?: number;
  /** What is stored is brought to a newer version until the promise is settled. */
  readonly onUpgrade?: (done: Promise<unknown>) => void;
  /** Much is written into the index until the promise is settled; nobody waits for it. */
  readonly onBacklog?: (done: Promise<unknown>) => void;
  /** Rows of a list were found that cannot be read (set-aside.ts). */
  readonly onBroken?: (rows: readonly BrokenRow[]) => void;
  /** Whether what the reader changes is noted, to be sent to other machines. Default: while a server is set up. */
  readonly isJournalled?: () => boolean;
  /** Closes the connection for good. */
  readonly signal?: AbortSignal;
}

/** An open connection that can be left. */
export interface Connection extends OpenDatabase {
  /** Makes the next use open anew: this one has turned out to be closed. */
  readonly leave: () => void;
}

/** A function that answers the one open connection, opening it when there is none. Rejects with a StorageError. */
export function createOpener(options: DatabaseOptions): () => Promise<Connection> {
  const { name = databaseName, migrations = released, patience = 5_000, silence = 20_000 } = options;
  const { onUpgrade, signal } = options;
  let current: Promise<Connection> | null = null;

  function connect(): Promise<Connection> {
    const leave = (): void => {
      if (current === opening) current = null;
    };
    const opening: Promise<Connection> = new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let unwanted = false;
      const giveUp = (after: number, reason: 'blocked' | 'no-database'): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          unwanted = true;
          reject(new StorageError(reason));
        }, after);
      };
      const onBlocked = (): void => giveUp(patience, 'blocked');
      const onBegun = (done: Promise<unknown>): void => {
        clearTimeout(timer);
        onUpgrade?.(done);
      };
      const onOpen = (opened: OpenDatabase): void => {
        clearTimeout(timer);
        if (unwanted || signal?.aborted === true) opened.database.close();
        resolve({ ...opened, leave });
      };
      giveUp(silence, 'no-database');
      const events = { onBlocked, onClosed: leave, onUpgrade: onBegun };
      openDatabase(name, migrations, events).then(onOpen, (error: unknown) => {
        clearTimeout(timer);
        reject(storageError(error));
      });
    });
    opening.catch(leave);
    return opening;
  }

  signal?.addEventListener('abort', () => {
    current?.then(({ database }) => database.close()).catch(() => {});
    current = null;
  });
  return async () => {
    if (signal?.aborted === true) throw new StorageError('no-database', signal.reason);
    current ??= connect();
    return current;
  };
}
