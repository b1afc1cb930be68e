import type { Migration } from './migration.ts';

/** What can be undone; decisions, versions of passages, what articles hold; the ledger and settings. */
export const history: Migration = (database) => {
  database.createObjectStore('changes', { keyPath: 'number', autoIncrement: true });
  database.createObjectStore('changeItems', { keyPath: ['change', 'item'] });
  database.createObjectStore('decisions', { keyPath: ['source', 'kind', 'about'] });
  database.createObjectStore('versions', { keyPath: ['annotation', 'seen'] });
  database.createObjectStore('details', { keyPath: 'source' });
  database.createObjectStore('ledger', { keyPath: 'id' }).createIndex('seen', 'seen');
  database.createObjectStore('settings', { keyPath: 'key' });
};
