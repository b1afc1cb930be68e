import type { IDBPTransaction } from 'idb';

/** How many records one step reads: few enough for the memory of a worker, and so many that asking costs nothing beside reading. */
const STEP = 1_000;

/** A record and the key under which it stands; it may be broken. */
export type StoredRow = readonly [key: IDBValidKey, value: unknown];

/**
 * Reads a store by its keys, a thousand records at a time, and waits for `visit` in between, which may change what it is given but no
 * key. Asking for each record by itself would take minutes with a million, and a worker is ended after five.
 */
export async function walkStore(
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  name: string,
  visit: (rows: readonly StoredRow[]) => Promise<unknown>,
): Promise<void> {
  const store = transaction.objectStore(name);
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([
      store.getAllKeys(range, STEP),
      store.getAll(range, STEP),
    ]);
    await visit(keys.map((key, i) => [key, values[i]]));
    const last = keys.at(-1);
    if (last === undefined || keys.length < STEP) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}
