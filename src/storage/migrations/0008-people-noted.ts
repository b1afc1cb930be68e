import type { Migration } from './migration.ts';
import { walkStore } from './walk-store.ts';

/**
 * People of whom nothing is kept, but whom the reader has written on, renamed or joined, stand in the list of people from now on: whoever
 * is not counted there yet is looked at again.
 */
export const peopleNoted: Migration = async (database, transaction) => {
  if (!['people', 'tallies'].every((name) => database.objectStoreNames.contains(name))) return;
  const counted = new Set(await transaction.objectStore('tallies').getAllKeys());
  const documents = transaction.objectStore('documents');
  await walkStore(transaction, 'people', (rows) =>
    Promise.all(
      rows.map(async ([id]) => {
        if (typeof id !== 'string' || counted.has(id)) return;
        const key = `person:${id}`;
        const document: { pending?: 1; words: string; filters: string[] } | undefined = await documents
          .index('key')
          .get(key);
        if (document === undefined) {
          await documents.put?.({ words: '', filters: [], key, pending: 1, stale: 1 });
          return;
        }
        const { words, filters } = document;
        const before = document.pending === 1 ? {} : { before: { words, filters } };
        await documents.put?.({ ...document, ...before, pending: 1, stale: 1 });
      }),
    ),
  );
};
