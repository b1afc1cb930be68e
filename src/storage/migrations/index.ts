import { articlesAnnotationsTrash } from './0001-articles-annotations-trash.ts';
import { searchIndex } from './0002-search-index.ts';
import { people } from './0003-people.ts';
import { history } from './0004-history.ts';
import { articleFacts } from './0005-article-facts.ts';
import { heldArticles } from './0006-held-articles.ts';
import { stagedImports } from './0007-staged-imports.ts';
import { peopleNoted } from './0008-people-noted.ts';
import { totalsAside } from './0009-totals-aside.ts';
import { sync } from './0010-sync.ts';
import type { Migration } from './migration.ts';

/** In order: the first makes version 1, and so on. One that was released is never changed. */
export const migrations: readonly Migration[] = [
  articlesAnnotationsTrash, // 0001
  searchIndex, // 0002
  people, // 0003
  history, // 0004
  articleFacts, // 0005
  heldArticles, // 0006
  stagedImports, // 0007
  peopleNoted, // 0008
  totalsAside, // 0009
  sync, // 0010
];
