import type { Migration } from './migration.ts';
import { walkStore } from './walk-store.ts';

/** What else a page says of its article: when it was changed, its section, and where each fact was read. Not known of those kept. */
export const articleFacts: Migration = async (_database, transaction) => {
  const articles = transaction.objectStore('articles');
  await walkStore(transaction, 'articles', (rows) =>
    Promise.all(
      rows.map(async ([, article]) => {
        // What is broken stays as it is; reading passes it over.
        if (typeof article !== 'object' || article === null) return;
        await articles.put?.({ modified: null, section: null, origins: {}, ...article });
      }),
    ),
  );
};
