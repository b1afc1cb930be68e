import type { ArticleCount } from '#core/article-count.ts';
import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { isKept } from '#core/annotation-kept.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import { mergeArticle } from '#core/merge-annotation.ts';
import type { Storage } from './database.ts';
import { libraryPage } from './library-page.ts';
import { listPage } from './list-page.ts';
import type { Listing } from './listing.ts';
import type { StoreName, Transaction } from './schema.ts';
import { indexAnnotations } from './documents.ts';
import { followArticle } from './held-articles.ts';

/** What seeing an article again may touch: its annotations are found by its title and outlet. */
const SEEN_STORES: StoreName[] = [
  'articles', 'annotations', 'held', 'documents', 'people', 'appearances', 'tallies',
]; // prettier-ignore

/** One article by its address, or null. */
export function getArticle(storage: Storage, source: string): Promise<ArticleRecord | null> {
  return storage.read(['articles'], async (transaction) =>
    parseArticle(await transaction.objectStore('articles').get(source)),
  );
}

/** The articles of these addresses; those that are not there or broken are left out. */
export function getArticles(storage: Storage, sources: readonly string[]): Promise<readonly ArticleRecord[]> {
  return storage.read(['articles'], async (transaction) => {
    const store = transaction.objectStore('articles');
    const values = await Promise.all(sources.map((source) => store.get(source)));
    return values.map(parseArticle).filter((article) => article !== null);
  });
}

/** Notes that a kept article was seen again. An article that is not kept stays so. Answers whether it is kept. */
export function seeArticle(storage: Storage, article: ArticleRecord): Promise<boolean> {
  return storage.write(SEEN_STORES, async (transaction) => {
    const kept = await transaction.objectStore('articles').getKey(article.source);
    if (kept !== undefined) await mergeIntoArticles(transaction, article);
    return kept !== undefined;
  });
}

/** Articles that hold an annotation, the last seen first: `limit` of them after the first `offset`, and how many there are. */
export async function listArticles(
  storage: Storage,
  limit: number,
  offset = 0,
): Promise<Listing<ArticleCount> & { readonly total: number }> {
  const { places } = storage;
  try {
    return await storage.read(['articles', 'annotations', 'held', 'totals'], async (transaction) => {
      const index = transaction.objectStore('held').index('lastSeen');
      const list = { list: 'articles', store: 'held', name: 'lastSeen', index, way: 'prev' } as const;
      const { keys, total } = await libraryPage(transaction, places, { ...list, offset, limit });
      return { ...(await countedArticles(storage, transaction, keys)), total };
    });
  } catch (error) {
    // A database that could not be brought to this version has no such store; its articles can be read all the same.
    if (storage.readOnly() === null) throw error;
    return storage.read(['articles', 'annotations'], async (transaction) => {
      const index = transaction.objectStore('articles').index('lastSeen');
      const known = places.of(transaction, 'articles', 'lastSeen');
      const { keys, total } = await listPage(index, known, 'prev', offset, limit);
      return { ...(await countedArticles(storage, transaction, keys)), total };
    });
  }
}

async function countedArticles(
  { onBroken }: Storage,
  transaction: Transaction<'readonly'>,
  sources: readonly string[],
): Promise<Listing<ArticleCount>> {
  const annotations = transaction.objectStore('annotations').index('source');
  const items = await Promise.all(
    sources.map(async (source): Promise<ArticleCount | null> => {
      const article = parseArticle(await transaction.objectStore('articles').get(source));
      return article && { article, count: keptAmong(await annotations.getAll(source)) };
    }),
  );
  const found = items.filter((item) => item !== null);
  const broken = sources.filter((_source, at) => items[at] === null);
  if (broken.length > 0) onBroken(broken.map((key) => ({ store: 'articles', key })));
  return { items: found, skipped: items.length - found.length };
}

function keptAmong(records: readonly unknown[]): number {
  return records.filter((record) => {
    const annotation = parseAnnotation(record);
    return annotation !== null && isKept(annotation);
  }).length;
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
  await followArticle(transaction, merged);
  if (earlier !== null && isFoundOtherwise(earlier, merged)) {
    const index = transaction.objectStore('annotations').index('source');
    await indexAnnotations(transaction, await index.getAllKeys(merged.source));
  }
  return merged;
}

function isFoundOtherwise(earlier: ArticleRecord, later: ArticleRecord): boolean {
  return (
    earlier.title !== later.title || earlier.outlet !== later.outlet || earlier.published !== later.published
  );
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
