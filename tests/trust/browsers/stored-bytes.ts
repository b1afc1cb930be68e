import type { Page } from 'puppeteer-core';

/** What the extension holds on the disk and in the session's memory, measured as the characters of its records' JSON. */
export interface Stored {
  /** Records and bytes of each store of each database. */
  readonly stores: Readonly<Record<string, { readonly records: number; readonly bytes: number }>>;
  /** `storage.local` and `storage.session`. */
  readonly local: number;
  readonly session: number;
  /** What the browser says that the origin uses, in bytes: files, with what is not tidied up yet. */
  readonly usage: number;
}

const source = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const size = (value) => JSON.stringify(value, (_, one) => one instanceof Uint8Array ? 'x'.repeat(one.length) : one).length;
  const stores = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    const names = [...database.objectStoreNames];
    if (names.length > 0) {
      const transaction = database.transaction(names);
      for (const store of names) {
        const records = await asked(transaction.objectStore(store).getAll());
        stores[name + '/' + store] = { records: records.length, bytes: records.reduce((sum, one) => sum + size(one), 0) };
      }
    }
    database.close();
  }
  const { usage = 0 } = await navigator.storage.estimate();
  const area = async (which) => JSON.stringify(await chrome.storage[which].get(null)).length;
  return { stores, local: await area('local'), session: await area('session'), usage };
})()`;

/** Measures on a page of ours. */
export function storedBytes(own: Page): Promise<Stored> {
  return own.evaluate(source) as Promise<Stored>;
}

/** The bytes of all stores together. */
export function allBytes({ stores }: Stored): number {
  return Object.values(stores).reduce((sum, { bytes }) => sum + bytes, 0);
}
