import type { ImportRecords } from '#core/import/importer.ts';
import type { Storage } from './database.ts';
import type { Transaction } from './schema.ts';

/** After this time, in ms, what was staged belongs to a surface that is gone. */
const LEFT = 6 * 60 * 60 * 1000;

/** In the order in which they are brought in: whom names mean must be known before the people are. */
export const KINDS = ['articles', 'appearances', 'people', 'annotations', 'decisions', 'versions'] as const;

/** Begins an import and forgets what earlier ones have left. Answers its name. */
export async function beginImport(storage: Storage, now: number): Promise<string> {
  const name = (time: number): string => String(Math.max(0, time)).padStart(16, '0');
  await storage.write(['staged'], async (transaction) => {
    await transaction.objectStore('staged').delete(IDBKeyRange.upperBound([name(now - LEFT)]));
  });
  return `${name(now)}-${crypto.randomUUID()}`;
}

/** Puts a part of a file aside; the library does not change. `part` counts from 0. */
export function stageImport(
  storage: Storage,
  input: { readonly import: string; readonly part: number; readonly records: ImportRecords },
): Promise<void> {
  return storage.write(['staged'], async (transaction) => {
    for (const kind of KINDS) {
      const records = input.records[kind];
      if (records.length === 0) continue;
      await transaction.objectStore('staged').put({ import: input.import, kind, part: input.part, records });
    }
  });
}

/** Forgets what was put aside. */
export function dropImport(storage: Storage, id: string): Promise<void> {
  return storage.write(['staged'], (transaction) => dropStaged(transaction, id));
}

/** The same within a transaction. */
export async function dropStaged(transaction: Transaction<'readwrite'>, id: string): Promise<void> {
  await transaction.objectStore('staged').delete(IDBKeyRange.bound([id], [id, []]));
}

/** What was put aside of one kind, a part at a time, within a transaction. */
export async function* stagedParts(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
  kind: (typeof KINDS)[number],
): AsyncGenerator<readonly unknown[], void, undefined> {
  const store = (transaction as Transaction<'readonly'>).objectStore('staged');
  for (const key of await store.getAllKeys(IDBKeyRange.bound([id, kind], [id, kind, []]))) {
    const found = await store.get(key);
    yield found?.records ?? [];
  }
}
