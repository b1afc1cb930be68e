import type { Migration } from './migration.ts';

/** Where to sync to, what the reader has changed since the last look, and what is known of who wrote what on which machine: all empty until sync is set up. */
export const sync: Migration = (database) => {
  database.createObjectStore('journal', { keyPath: 'name' });
  database.createObjectStore('sync', { keyPath: 'key' });
  const replica = database.createObjectStore('replica', { keyPath: 'name' });
  replica.createIndex('waiting', 'waiting');
  replica.createIndex('into', 'into');
  replica.createIndex('rev', 'rev');
  replica.createIndex('met', 'met', { multiEntry: true });
};
