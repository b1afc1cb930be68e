import { openDB } from 'idb';

/** What a database held, store by store, as a test keeps it in a file. */
export interface Dump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        /** By name. */
        readonly indexes: Readonly<Record<string, { readonly keyPath: string; readonly unique: boolean }>>;
        readonly records: readonly unknown[];
      }
    >
  >;
}

/** Makes the database that a dump was taken of. */
export async function load(name: string, dump: Dump): Promise<void> {
  const database = await openDB(name, dump.version, {
    upgrade: (opened) => {
      for (const [store, { keyPath, indexes }] of Object.entries(dump.stores)) {
        const created = opened.createObjectStore(store, { keyPath });
        for (const [index, { keyPath: path, unique }] of Object.entries(indexes)) {
          created.createIndex(index, path, { unique });
        }
      }
    },
  });
  for (const [store, { records }] of Object.entries(dump.stores)) {
    const transaction = database.transaction(store, 'readwrite');
    await Promise.all(records.map((record) => transaction.store.put(record)));
    await transaction.done;
  }
  database.close();
}

/** Takes a dump. */
export async function dump(name: string): Promise<Dump> {
  const database = await openDB(name);
  const stores: Record<string, Dump['stores'][string]> = {};
  for (const store of database.objectStoreNames) {
    const { store: opened } = database.transaction(store);
    const indexes = [...opened.indexNames].map((index) => {
      const { keyPath, unique } = opened.index(index);
      return [index, { keyPath: String(keyPath), unique }] as const;
    });
    const records: unknown[] = await opened.getAll();
    stores[store] = { keyPath: opened.keyPath ?? '', indexes: Object.fromEntries(indexes), records };
  }
  database.close();
  return { version: database.version, stores };
}
