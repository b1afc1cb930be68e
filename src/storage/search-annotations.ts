import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { foldText, holdsWords, queryWords, searchedTexts } from '#core/search.ts';
import { articleReader } from './articles.ts';
import type { Storage } from './database.ts';
import type { Listing } from './listing.ts';

/** An annotation that was found, and its article. */
export interface Found {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
}

/**
 * The annotations whose quotation, note, tags, speaker or article's title hold every word of the query, without regard
 * to capitals and accents; the last modified first, at most `limit`. An empty query finds everything.
 */
export function searchAnnotations(storage: Storage, query: string, limit: number): Promise<Listing<Found>> {
  const words = queryWords(query);
  return storage.read(['annotations', 'articles'], async (transaction) => {
    const items: Found[] = [];
    let skipped = 0;
    const articleOf = articleReader(transaction);
    const titles = new Map<ArticleRecord, string>();
    const index = transaction.objectStore('annotations').index('modified');
    let cursor = limit > 0 ? await index.openCursor(null, 'prev') : null;
    while (cursor !== null && items.length < limit) {
      const annotation = parseAnnotation(cursor.value);
      if (annotation === null) skipped++;
      else {
        const article = await articleOf(annotation);
        const title = titles.get(article) ?? foldText(article.title);
        titles.set(article, title);
        if (holdsWords(words, [title, ...searchedTexts(annotation).map(foldText)]))
          items.push({ annotation, article });
      }
      cursor = await cursor.continue();
    }
    return { items, skipped };
  });
}
