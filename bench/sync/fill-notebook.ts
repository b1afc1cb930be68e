import { indexAnnotations, indexPerson } from '#storage/documents.ts';
import type { Storage } from '#storage/database.ts';
import { refreshHeld } from '#storage/held-articles.ts';
import type { NotebookRecords } from './notebook-records.ts';

/** Articles written in one transaction. */
const AT_ONCE = 50;

/** Writes a notebook into the stores, with all that is found by it, many records at a time. */
export async function fillNotebook(storage: Storage, records: NotebookRecords): Promise<void> {
  const { articles, annotations, people, appearances } = records;
  await storage.write(['people', 'articles', 'appearances', 'annotations'], async (transaction) => {
    for (const one of people) await transaction.objectStore('people').put(one);
    for (const one of articles) await transaction.objectStore('articles').put(one);
    for (const one of appearances) await transaction.objectStore('appearances').put(one);
    for (const one of annotations) await transaction.objectStore('annotations').put(one);
  });
  const stores = [
    'articles',
    'annotations',
    'held',
    'people',
    'appearances',
    'tallies',
    'documents',
  ] as const;
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    const sources = new Set(articles.slice(at, at + AT_ONCE).map(({ source }) => source));
    const ids = annotations.filter(({ target }) => sources.has(target.source)).map(({ id }) => id);
    await storage.write([...stores], async (transaction) => {
      await refreshHeld(transaction, sources);
      await indexAnnotations(transaction, ids);
    });
  }
  for (let at = 0; at < people.length; at += 10 * AT_ONCE)
    await storage.write([...stores], async (transaction) => {
      for (const { id } of people.slice(at, at + 10 * AT_ONCE)) await indexPerson(transaction, id);
    });
}
