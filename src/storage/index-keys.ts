import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { annotationWanted, countQuoted, indexPerson, type Wanted } from './documents.ts';
import type { DocumentRecord, Transaction } from './schema.ts';
import { soundOrNone } from './sound-records.ts';

const PERSON = 'person:';
/** Whether a document is of a person. */
export const isPersonKey = (key: string): boolean => key.startsWith(PERSON);

/** The id of the person of whom a document is. */
export const personOf = (key: string): string => key.slice(PERSON.length);

const GONE: Wanted = { words: '', filters: [] };

/**
 * What documents should hold whose records have changed since somebody looked at them, by what the stores hold now; of a record that is
 * gone, nothing. The documents are not written: that is for who writes them into the postings. Records are looked at side by side, as the
 * database answers many requests sooner than one after another; but those of one article one after the other, since the first that names
 * somebody makes the person, and whom they quote is counted at the end, each person once.
 * @param stale documents of annotations and of people
 */
export async function lookAgain(
  transaction: Transaction<'readwrite'>,
  stale: readonly DocumentRecord[],
): Promise<readonly DocumentRecord[]> {
  const people = stale.filter(({ key }) => isPersonKey(key));
  const annotations = stale.filter(({ key }) => !isPersonKey(key));
  const wanted = await wantedOf(transaction, annotations);
  const counts = new Map<string, number>();
  const tally = (id: string | undefined, by: number): void => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + by);
  };
  const looked = annotations.map((document, at): DocumentRecord => {
    const { number, key, person, pending, before } = document;
    const next = wanted[at] ?? GONE;
    if (person !== next.person) {
      tally(person, -1);
      tally(next.person, 1);
    }
    return {
      ...next,
      key,
      ...(number && { number }),
      ...(pending && { pending }),
      ...(before && { before }),
    };
  });
  await Promise.all([...counts].map(([id, by]) => countQuoted(transaction, id, by)));
  await Promise.all(people.map(({ key }) => indexPerson(transaction, personOf(key))));
  const store = transaction.objectStore('documents');
  const read = await Promise.all(people.map(({ number = -1 }) => store.get(number)));
  return [...looked, ...read.flatMap((document) => soundOrNone(document) ?? [])];
}

/** What is wanted of each; undefined where there is no record any more, or none that can be read. */
async function wantedOf(
  transaction: Transaction<'readwrite'>,
  documents: readonly DocumentRecord[],
): Promise<readonly (Wanted | undefined)[]> {
  const store = transaction.objectStore('annotations');
  const stored = await Promise.all(documents.map(({ key }) => store.get(key)));
  const wanted: (Wanted | undefined)[] = [];
  const articles = new Map<string, Promise<ArticleRecord | null>>();
  const last = new Map<string, Promise<void>>();
  for (const [at, record] of stored.entries()) {
    const annotation = parseAnnotation(record);
    if (annotation === null) continue;
    const { source } = annotation.target;
    const article =
      articles.get(source) ?? transaction.objectStore('articles').get(source).then(parseArticle);
    articles.set(source, article);
    const before = last.get(source) ?? Promise.resolve();
    last.set(
      source,
      before.then(async () => {
        wanted[at] = await annotationWanted(transaction, annotation, article);
      }),
    );
  }
  await Promise.all(last.values());
  return wanted;
}
