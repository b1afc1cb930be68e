import type { Migration } from './migration.ts';
import { walkStore } from './walk-store.ts';

/** Who is quoted: people, the names by which articles call them, and how often. Made of what is there with the index. */
export const people: Migration = async (database, transaction) => {
  database
    .createObjectStore('people', { keyPath: 'id' })
    .createIndex('follows', 'follows', { multiEntry: true });
  const appearances = database.createObjectStore('appearances', { keyPath: ['source', 'key'] });
  appearances.createIndex('person', 'person');
  appearances.createIndex('key', 'key');
  const tallies = database.createObjectStore('tallies', { keyPath: 'id' });
  tallies.createIndex('name', 'name');
  tallies.createIndex('count', 'count');
  // Each document is looked at again: who is quoted was not known.
  const documents = transaction.objectStore('documents');
  await walkStore(transaction, 'documents', (rows) =>
    Promise.all(
      rows.map(async ([, value]) => {
        const document = value as { pending?: 1; words: string; filters: string[] };
        const { words, filters } = document;
        const before = document.pending === 1 ? {} : { before: { words, filters } };
        await documents.put?.({ ...document, ...before, pending: 1, stale: 1 });
      }),
    ),
  );
};
