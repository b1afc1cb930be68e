import { articlesAnnotationsTrash } from './0001-articles-annotations-trash.ts';
import type { Migration } from './migration.ts';

/** In order: the first makes version 1, and so on. One that was released is never changed. */
export const migrations: readonly Migration[] = [
  articlesAnnotationsTrash, // 0001
];
