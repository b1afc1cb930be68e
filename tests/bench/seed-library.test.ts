import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { seedLibrary } from '../../bench/library/seed-library.ts';
import { listArticles } from '#storage/articles.ts';
import { createStorage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { listPeople } from '#storage/people.ts';
import { dump } from '../storage/dump.ts';
import { freshName } from '../storage/records.ts';

it('fills the benchmark library with the very index that the product itself writes', async () => {
  const name = freshName();
  await seedLibrary(612, undefined, name);
  const seeded = await dump(name);
  const storage = createStorage({ name });
  await storage.write(['documents', 'postings', 'endings', 'indexState'], async (transaction) => {
    for (const store of ['postings', 'endings', 'indexState'] as const)
      await transaction.objectStore(store).clear();
    const documents = transaction.objectStore('documents');
    for (const document of await documents.getAll()) await documents.put({ ...document, pending: 1 });
  });
  await flushIndex(storage, 2_000);
  const { stores } = await dump(name);
  // As text: what a database gives back are objects of its own realm.
  for (const [store, { records }] of Object.entries(seeded.stores)) {
    expect([store, JSON.stringify(stores[store]?.records)]).toEqual([store, JSON.stringify(records)]);
  }
  expect(stores['annotations']?.records).toHaveLength(612);
  expect(stores['articles']?.records).toHaveLength(123);
  expect((await listArticles(storage, 1_000)).items).toHaveLength(123);
  const { total } = await searchAnnotations(storage, { query: 'ba', limit: 1 });
  expect(total).toBeGreaterThan(100);
  const people = await listPeople(storage, 'count', 1);
  expect(people.items[0]?.quotations).toBe(62);
});
