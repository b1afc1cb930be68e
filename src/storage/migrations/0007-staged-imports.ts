import type { Migration } from './migration.ts';

/** Where a file that is being brought in waits until all of it has been read and the reader has said yes. */
export const stagedImports: Migration = async (database) => {
  database.createObjectStore('staged', { keyPath: ['import', 'kind', 'part'] });
};
