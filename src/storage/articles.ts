import { parseArticle } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { mergeArticle } from '#core/merge-annotation.ts';
import type { Storage } from './database.ts';
import type { Listing } from './listing.ts';
import type { Transaction } from './schema.ts';
import { retitleTexts } from './texts.ts';

/** An article and how many annotations it holds. */
export interface ArticleCount {
  readonly article: ArticleRecord;
  readonly count: number;
}

/** One article by its address, or null. */
export function getArticle(storage: Storage, source: string): Promise<ArticleRecord | null> {
  return storage.read(['articles'], async (transaction) =>
    parseArticle(await transaction.objectStore('articles').get(source)),
  );
}

/** Notes that a kept article was seen again. An article that is not kept stays so. Answers whether it is kept. */
export function seeArticle(storage: Storage, article: ArticleRecord): Promise<boolean> {
  return storage.write(['articles', 'annotations', 'texts'], async (transaction) => {
    const kept = await transaction.objectStore('articles').getKey(article.source);
    if (kept !== undefined) await mergeIntoArticles(transaction, article);
    return kept !== undefined;
  });
}

/** The articles that hold an annotation, the last seen first, at most `limit`. */
export function listArticles(storage: Storage, limit: number): Promise<Listing<ArticleCount>> {
  return storage.read(['articles', 'annotations'], async (transaction) => {
    const items: ArticleCount[] = [];
    let skipped = 0;
    const sources = transaction.objectStore('annotations').index('source');
    let cursor =
      limit > 0 ? await transaction.objectStore('articles').index('lastSeen').openCursor(null, 'prev') : null;
    while (cursor !== null && items.length < limit) {
      const article = parseArticle(cursor.value);
      const count = await sources.count(cursor.primaryKey);
      if (count > 0 && article !== null) items.push({ article, count });
      else if (count > 0) skipped++;
      cursor = await cursor.continue();
    }
    return { items, skipped };
  });
}

/** Adds an article to the store, or what is new to the one that is there. Its annotations are found by the new title. */
export async function mergeIntoArticles(
  transaction: Transaction<'readwrite'>,
  article: ArticleRecord,
): Promise<ArticleRecord> {
  const store = transaction.objectStore('articles');
  const earlier = parseArticle(await store.get(article.source));
  const merged = earlier === null ? article : mergeArticle(earlier, article);
  await store.put(merged);
  if (earlier !== null && earlier.title !== merged.title)
    await retitleTexts(transaction, merged.source, merged.title);
  return merged;
}

/**
 * A function that answers the article of an annotation, each read once. When its record is gone or broken it is an
 * article without a title: the annotation must be found all the same.
 */
export function articleReader(
  transaction: Transaction<'readonly'>,
): (annotation: Annotation) => Promise<ArticleRecord> {
  const known = new Map<string, ArticleRecord>();
  return async (annotation) => {
    const { source } = annotation.target;
    const cached = known.get(source);
    if (cached !== undefined) return cached;
    const read = parseArticle(await transaction.objectStore('articles').get(source));
    const article = read ?? bareArticle(source, annotation.created);
    known.set(source, article);
    return article;
  };
}

/** An article of which nothing is known but its address and a time, ISO 8601. */
function bareArticle(source: string, seen: string): ArticleRecord {
  const unknown = { byline: null, outlet: null, language: null, published: null };
  return { source, title: '', ...unknown, firstSeen: seen, lastSeen: seen };
}
