import { openDB } from 'idb';

/** What a database held, store by store, as a test keeps it in a file. */
export interface Dump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        readonly autoIncrement?: boolean;
        /** By name. */
        readonly indexes: Readonly<
          Record<
            string,
            { readonly keyPath: string; readonly unique: boolean; readonly multiEntry?: boolean }
          >
        >;
        readonly records: readonly unknown[];
      }
    >
  >;
}

/** Makes the database that a dump was taken of. */
export async function load(name: string, dump: Dump): Promise<void> {
  const database = await openDB(name, dump.version, {
    upgrade: (opened) => {
      for (const [store, { keyPath, indexes, autoIncrement = false }] of Object.entries(dump.stores)) {
        const created = opened.createObjectStore(store, { keyPath, autoIncrement });
        for (const [index, { keyPath: path, unique, multiEntry = false }] of Object.entries(indexes)) {
          created.createIndex(index, path, { unique, multiEntry });
        }
      }
    },
  });
  for (const [store, { records }] of Object.entries(dump.stores)) {
    const transaction = database.transaction(store, 'readwrite');
    await Promise.all(records.map((record) => transaction.store.put(withBytes(record))));
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
      const { keyPath, unique, multiEntry } = opened.index(index);
      return [index, { keyPath: String(keyPath), unique, multiEntry }] as const;
    });
    const records = (await opened.getAll()).map(withoutBytes);
    const { keyPath, autoIncrement } = opened;
    stores[store] = { keyPath: keyPath ?? '', autoIncrement, indexes: Object.fromEntries(indexes), records };
  }
  database.close();
  return { version: database.version, stores };
}

/** Bytes, which JSON does not have, as a list under a name of its own. */
function withoutBytes(record: unknown): unknown {
  const fields = record as { bytes?: unknown };
  return fields.bytes instanceof Uint8Array ? { ...fields, bytes: { list: [...fields.bytes] } } : record;
}

function withBytes(record: unknown): unknown {
  const fields = record as { bytes?: { list: number[] } };
  return fields.bytes === undefined ? record : { ...fields, bytes: Uint8Array.from(fields.bytes.list) };
}
