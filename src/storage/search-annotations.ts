import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { holdsWords, queryWords } from '#core/search.ts';
import { articleReader } from './articles.ts';
import type { Storage } from './database.ts';
import type { Listing } from './listing.ts';
import type { TextRecord, Transaction } from './schema.ts';

/** How many texts are read at once: enough that reading, and not asking, takes the time. */
const BATCH = 1_000;

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
  return storage.read(['annotations', 'articles', 'texts'], async (transaction) => {
    const items: Found[] = [];
    let skipped = 0;
    const articleOf = articleReader(transaction);
    let batch = limit > 0 ? await nextTexts(transaction, null, words.length === 0 ? limit : BATCH) : [];
    while (batch.length > 0) {
      for (const { id } of batch.filter(({ text }) => holdsWords(words, [text]))) {
        const annotation = parseAnnotation(await transaction.objectStore('annotations').get(id));
        if (annotation === null) skipped++;
        else items.push({ annotation, article: await articleOf(annotation) });
        if (items.length >= limit) return { items, skipped };
      }
      batch = await nextTexts(transaction, batch.at(-1) ?? null, BATCH);
    }
    return { items, skipped };
  });
}

/** The texts after one, newest first. */
function nextTexts(
  transaction: Transaction<'readonly'>,
  after: TextRecord | null,
  count: number,
): Promise<readonly TextRecord[]> {
  const range = after === null ? null : IDBKeyRange.lowerBound([after.order, after.id], true);
  return transaction.objectStore('texts').getAll(range, count);
}
