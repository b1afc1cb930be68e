import type { Migration } from './migration.ts';

/**
 * An index on the disk in place of the texts that were read through: documents, their postings by term, and the terms from their
 * ends. What is there already is put into it at the next search, by storage/flush-index.ts.
 */
export const searchIndex: Migration = async (database, transaction) => {
  database.deleteObjectStore('texts');
  const documents = database.createObjectStore('documents', { keyPath: 'number', autoIncrement: true });
  documents.createIndex('key', 'key', { unique: true });
  documents.createIndex('newest', 'newest');
  documents.createIndex('person', 'person');
  documents.createIndex('pending', 'pending');
  database.createObjectStore('postings', { keyPath: ['term', 'block'] });
  database.createObjectStore('endings', { keyPath: 'ending' });
  database.createObjectStore('indexState', { keyPath: 'key' });
  const keys = await transaction.objectStore('annotations').getAllKeys();
  await Promise.all(
    keys.map((key) => documents.put?.({ key, words: '', filters: [], newest: 0, pending: 1, stale: 1 })),
  );
};
