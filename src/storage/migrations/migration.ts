import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step from a version of the database to the next, within the upgrade's transaction: it may await nothing but the
 * database. It is written against the stores as they were at its time, so it is not typed with the present schema.
 */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;
