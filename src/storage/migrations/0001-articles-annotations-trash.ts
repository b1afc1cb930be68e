import type { Migration } from './migration.ts';

/** The first stores: articles by address, annotations by id, their searched texts newest first, and what was deleted. */
export const articlesAnnotationsTrash: Migration = (database) => {
  const articles = database.createObjectStore('articles', { keyPath: 'source' });
  articles.createIndex('lastSeen', 'lastSeen');
  const annotations = database.createObjectStore('annotations', { keyPath: 'id' });
  annotations.createIndex('source', 'target.source');
  const texts = database.createObjectStore('texts', { keyPath: ['order', 'id'] });
  texts.createIndex('id', 'id', { unique: true });
  const trash = database.createObjectStore('trash', { keyPath: 'id' });
  trash.createIndex('source', 'source');
  trash.createIndex('deleted', 'deleted');
};
