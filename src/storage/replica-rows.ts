import type { ReplicaRecord, Transaction } from './schema.ts';

/** The documents as one transaction sees them: each is read once. */
export interface ReplicaRows {
  readonly get: (name: string) => Promise<ReplicaRecord | undefined>;
  /** Is not waited for: when it fails the transaction fails, and nothing of it was written. */
  readonly put: (row: ReplicaRecord) => void;
}

/**
 * A request takes far longer on its way to the database and back than in it: what will be asked for is asked for at once, and what was
 * written is not read again.
 */
export function replicaRows(transaction: Transaction<'readwrite'>): ReplicaRows {
  const store = transaction.objectStore('replica');
  const rows = new Map<string, Promise<ReplicaRecord | undefined>>();
  return {
    get: (name) => {
      const known = rows.get(name);
      if (known !== undefined) return known;
      const read = store.get(name);
      rows.set(name, read);
      return read;
    },
    put: (row) => {
      rows.set(row.name, Promise.resolve(row));
      store.put(row).catch(ignore);
    },
  };
}

function ignore(): void {
  // The transaction itself ends with the same failure.
}
