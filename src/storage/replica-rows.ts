import type { SyncedStore } from '#core/sync/sync-document.ts';
import type { ReplicaRecord, Transaction } from './schema.ts';

/** The documents as one transaction sees them: each is read once. */
export interface ReplicaRows {
  readonly get: (name: string) => Promise<ReplicaRecord | undefined>;
  /** Is kept until it is to be written: of what is put twice only the last is. */
  readonly put: (row: ReplicaRecord) => void;
  /**
   * Writes what was put, of one store or of all: before the database is asked for more than one of them, and at the end. Is not waited
   * for: when it fails the transaction fails, and nothing of it was written.
   */
  readonly write: (of?: SyncedStore) => void;
  /** How many were put that were not there. */
  readonly added: () => number;
}

/**
 * A request takes far longer on its way to the database and back than in it: what will be asked for is asked for at once, and what was
 * written is not read again.
 */
export function replicaRows(transaction: Transaction<'readwrite'>): ReplicaRows {
  const store = transaction.objectStore('replica');
  const rows = new Map<string, Promise<ReplicaRecord | undefined>>();
  const unwritten = new Map<SyncedStore, Map<string, ReplicaRecord>>();
  const missing = new Set<string>();
  let added = 0;
  return {
    get: (name) => {
      const known = rows.get(name);
      if (known !== undefined) return known;
      const read = store.get(name).then((row) => {
        if (row === undefined) missing.add(name);
        return row;
      });
      rows.set(name, read);
      return read;
    },
    put: (row) => {
      rows.set(row.name, Promise.resolve(row));
      const { store: of } = row.document;
      unwritten.set(of, (unwritten.get(of) ?? new Map<string, ReplicaRecord>()).set(row.name, row));
      if (missing.delete(row.name)) added += 1;
    },
    write: (of) => {
      for (const one of of === undefined ? [...unwritten.keys()] : [of]) {
        for (const row of unwritten.get(one)?.values() ?? []) store.put(row).catch(ignore);
        unwritten.delete(one);
      }
    },
    added: () => added,
  };
}

function ignore(): void {
  // The transaction itself ends with the same failure.
}
