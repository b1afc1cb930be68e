import 'fake-indexeddb/auto';
import { documentTerms } from '#core/search/search-document.ts';
import { decodePostings } from '#core/search/posting-list.ts';
import { describe, expect, it } from 'vitest';
import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { commitImport } from '#storage/import-records.ts';
import { indexBacklog, searchAnnotations, searchIds } from '#storage/search-annotations.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, saidBy } from './records.ts';
import { backups, stage } from './staging.ts';

const COUNT = 420;
const now = Date.parse(at(0));
const sourceOf = (number: number): string => `https://www.example.com/news/${number % 7}`;

/** A library into which a file was brought, whose records nobody has looked at yet. */
async function brought(): Promise<{ readonly storage: Storage; readonly told: Promise<unknown>[] }> {
  const told: Promise<unknown>[] = [];
  const storage = freshStorage({ onBacklog: (done) => told.push(done) });
  const annotations = Array.from({ length: COUNT }, (_, number) =>
    annotation({
      number,
      source: sourceOf(number),
      exact: `river words ${number}`,
      quotation: saidBy(`Person ${number % 30}`),
    }),
  );
  const articles = [0, 1, 2, 3, 4, 5, 6].map((number) => article({ source: sourceOf(number) }));
  await commitImport(storage, backups(), await stage(storage, { annotations, articles }), now);
  return { storage, told };
}

/** What the postings hold, and what by the documents they should: documents by term. */
async function held(storage: Storage): Promise<{ readonly postings: unknown; readonly documents: unknown }> {
  return storage.read(['documents', 'postings'], async (transaction) => {
    const written = new Map<string, number[]>();
    for (const { term, bytes } of await transaction.objectStore('postings').getAll())
      written.set(term, [...(written.get(term) ?? []), ...decodePostings(bytes).map((one) => one.document)]);
    const wanted = new Map<string, number[]>();
    for (const document of await transaction.objectStore('documents').getAll())
      for (const term of documentTerms(document).terms.keys())
        wanted.set(term, [...(wanted.get(term) ?? []), document.number ?? -1]);
    const sorted = (map: Map<string, number[]>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    return { postings: sorted(written), documents: sorted(wanted) };
  });
}

/** The same storage, which is gone at its nth write. */
function dyingAt(storage: Storage, write: number): Storage {
  let writes = 0;
  return {
    ...storage,
    write: (...input) => (++writes >= write ? Promise.reject(new Error('killed')) : storage.write(...input)),
  };
}

describe('A backlog of the index', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 99])(
    'killed at write %i of it, with records changed after that, leaves nothing in the postings that is not there',
    async (write) => {
      const { storage } = await brought();
      await flushIndex(dyingAt(storage, write)).catch(() => null);
      for (const number of [1, 100, 300, 419]) {
        const changed = annotation({
          number,
          source: sourceOf(number),
          exact: `harbour ${number}`,
          minute: 900,
        });
        await putAnnotation(
          storage,
          { annotation: changed, article: article({ source: sourceOf(number) }) },
          now,
        );
      }
      await deleteAnnotations(storage, [id(2), id(101), id(301), id(418)], now);
      await flushIndex(storage);
      const { postings, documents } = await held(storage);
      expect(postings).toEqual(documents);
      const found = async (query: string): Promise<number> =>
        (await searchAnnotations(storage, { query, limit: 1 })).total;
      expect([await found('river'), await found('harbour')]).toEqual([COUNT - 8, 4]);
    },
  );

  it('is written beside what has been saved meanwhile', async () => {
    const { storage } = await brought();
    const flushing = flushIndex(storage);
    for (let number = 500; number < 520; number++)
      await putAnnotation(
        storage,
        { annotation: annotation({ number, exact: 'harbour' }), article: article() },
        now,
      );
    await deleteAnnotations(storage, [id(3)], now);
    await flushing;
    await flushIndex(storage);
    const { postings, documents } = await held(storage);
    expect(postings).toEqual(documents);
  });

  it('lets a search answer by what is searched already, says how much that is, and is worked off without being waited for', async () => {
    const { storage, told } = await brought();
    // All that was brought in stands in the list at once, and none of it is found before it is looked at.
    const dead = dyingAt(storage, 1);
    expect((await searchAnnotations(dead, { query: '', limit: 1 })).total).toBe(COUNT);
    const { total } = await searchAnnotations(dead, { query: 'river', limit: 1 });
    expect(total).toBeLessThan(COUNT);
    told.length = 0;
    expect((await indexBacklog(storage))?.waiting).toBeGreaterThan(COUNT - 1);
    expect(told).toHaveLength(1);
    // Who does something with all of them waits for all.
    expect(await searchIds(storage, 'river', {})).toHaveLength(COUNT);
    await Promise.all(told);
    expect((await searchAnnotations(storage, { query: 'river', limit: 1 })).total).toBe(COUNT);
    expect(await indexBacklog(storage)).toBeNull();
  });
});
