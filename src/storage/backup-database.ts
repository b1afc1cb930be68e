import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storageError } from './storage-error.ts';

/** What a backup says of itself. */
export interface BackupRecord {
  /** Given by the database. */
  readonly id?: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly articles: number;
  readonly annotations: number;
  readonly people: number;
  readonly parts: number;
  /** In bytes, packed. */
  readonly size: number;
  /** The last change that is in it: without another since, the next one would be the same. */
  readonly change: number;
  /** False until its last part is written. */
  readonly whole: boolean;
}

interface BackupPart {
  readonly backup: number;
  readonly part: number;
  /** A PartContent as JSON, gzipped. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface BackupSchema extends DBSchema {
  backups: { key: number; value: BackupRecord };
  parts: { key: [backup: number, part: number]; value: BackupPart };
}

export type BackupDatabase = IDBPDatabase<BackupSchema>;

/** A function that runs `work` with the database of the backups, which is apart from the library: what harms one spares the other. It rejects with a StorageError. */
export function createBackupDatabase(name = 'on-record-backups') {
  let open: Promise<BackupDatabase> | null = null;
  const forget = (): void => {
    open = null;
  };
  const connect = (): Promise<BackupDatabase> =>
    openDB<BackupSchema>(name, 1, {
      upgrade: (database) => {
        database.createObjectStore('backups', { keyPath: 'id', autoIncrement: true });
        database.createObjectStore('parts', { keyPath: ['backup', 'part'] });
      },
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        forget();
      },
      terminated: forget,
    });
  return async <T>(work: (database: BackupDatabase) => Promise<T>): Promise<T> => {
    open ??= connect();
    open.catch(forget);
    try {
      return await work(await open);
    } catch (error) {
      throw storageError(error);
    }
  };
}

export type Backups = ReturnType<typeof createBackupDatabase>;
