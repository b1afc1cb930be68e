import type { ArticleRecord } from '#core/annotation.ts';
import type { PersonRecord } from '#core/person-record.ts';
import { nameKey } from '#core/search/search-document.ts';
import { mergeIntoArticles } from './articles.ts';
import type { Storage } from './database.ts';
import { indexPerson } from './documents.ts';
import { ensureNamed } from './ensure-person.ts';
import { CHANGE_STORES } from './record-change.ts';

/**
 * The person whom a name means in an article, made when there is none yet, so that a note can be written on somebody of whom nothing
 * is kept. Null for a name without a letter. `created` is ISO 8601, UTC.
 */
export async function meetPerson(
  storage: Storage,
  { article, name }: { readonly article: ArticleRecord; readonly name: string },
  created: string,
): Promise<PersonRecord | null> {
  // Nothing is to be written: a write that changes nothing would hold up the others all the same.
  if (nameKey(name) === '') return null;
  return storage.write(CHANGE_STORES, async (transaction) => {
    const person = await ensureNamed(transaction, { source: article.source, name, created });
    if (person === null) return null;
    await mergeIntoArticles(transaction, article);
    await indexPerson(transaction, person.id);
    return person;
  });
}
