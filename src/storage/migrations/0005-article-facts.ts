import type { Migration } from './migration.ts';

/** What else a page says of its article: when it was changed, its section, and where each fact was read. Not known of those kept. */
export const articleFacts: Migration = async (_database, transaction) => {
  const articles = transaction.objectStore('articles');
  for (const key of await articles.getAllKeys()) {
    const article: unknown = await articles.get(key);
    // What is broken stays as it is; reading passes it over.
    if (typeof article !== 'object' || article === null) continue;
    await articles.put?.({ modified: null, section: null, origins: {}, ...article });
  }
};
