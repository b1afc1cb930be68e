import type { Migration } from './migration.ts';

/** The first stores: articles by address, annotations by id, and deleted annotations by id. */
export const articlesAnnotationsTrash: Migration = (database) => {
  const articles = database.createObjectStore('articles', { keyPath: 'source' });
  articles.createIndex('lastSeen', 'lastSeen');
  const annotations = database.createObjectStore('annotations', { keyPath: 'id' });
  annotations.createIndex('source', 'target.source');
  annotations.createIndex('modified', 'modified');
  const trash = database.createObjectStore('trash', { keyPath: 'id' });
  trash.createIndex('source', 'source');
  trash.createIndex('deleted', 'deleted');
};
