import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SearchInput } from '#storage/search-annotations.ts';
import { countKept, holdsAnything, keepsAtLeast, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { searchAnnotations, searchIds } from '#storage/search-annotations.ts';
import { purgeNow } from '#storage/purge.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { load } from './dump.ts';
import { annotation, article, freshName, freshStorage, id, saidBy, type Sample } from './records.ts';

const refused = saidBy('Ann Doe', 'rejected');
const samples: readonly Sample[] = [
  { number: 1, exact: 'The bridge stays open', quotation: saidBy('Ann Doe') },
  { number: 2, exact: 'Bridge of sighs', quotation: refused },
  { number: 3, exact: 'Bridge to nowhere', quotation: refused, note: 'A pun' },
  { number: 4, exact: 'The bridge, my own mark' },
];

async function filled(): Promise<Storage> {
  const storage = freshStorage();
  for (const sample of samples) {
    await putAnnotation(storage, { annotation: annotation(sample), article: article() });
  }
  return storage;
}

describe('A bare refusal is no passage', () => {
  const cases: readonly (readonly [string, Omit<SearchInput, 'limit'>, readonly number[]])[] = [
    ['a look at everything', { query: '' }, [4, 3, 1]],
    ['a search for a word', { query: 'bridge', order: 'newest' }, [4, 3, 1]],
    ['a filter', { query: '', filter: { outlet: 'The Example' } }, [4, 3, 1]],
    ['what has no note', { query: '', filter: { hasNote: false } }, [4, 1]],
    ['the word and the filter', { query: 'bridge', filter: { kind: 'direct' }, order: 'newest' }, [3, 1]],
    ['who asks for what was refused', { query: '', filter: { status: 'rejected' } }, [3, 2]],
    ['who asks for a refused word', { query: 'sighs', filter: { status: 'rejected' } }, [2]],
  ];

  for (const [when, prepare] of [
    ['before the index is written', async () => {}],
    ['after', flushIndex],
  ] as const) {
    it.each(cases)(`in %s, ${when}`, async (_what, input, expected) => {
      const storage = await filled();
      await prepare(storage);
      const { items, total } = await searchAnnotations(storage, { ...input, limit: 10 });
      expect(items.map((item) => item.annotation.id)).toEqual(expected.map(id));
      expect(total).toBe(expected.length);
    });
  }

  it('is not among the ids of all that a list shows, nor counted', async () => {
    const storage = await filled();
    expect((await searchIds(storage, '', {})).toSorted()).toEqual([1, 3, 4].map(id));
    expect(await countKept(storage)).toBe(3);
    expect([await keepsAtLeast(storage, 3), await keepsAtLeast(storage, 4)]).toEqual([true, false]);
    await deleteAnnotations(storage, [id(2)], 0);
    expect(await countKept(storage)).toBe(3);
    expect([await keepsAtLeast(storage, 3), await keepsAtLeast(storage, 4)]).toEqual([true, false]);
    await deleteAnnotations(storage, [1, 3, 4].map(id), 0);
    expect([await countKept(storage), await keepsAtLeast(storage, 1)]).toEqual([0, false]);
    // In the trash.
    expect(await holdsAnything(storage)).toBe(true);
    await purgeNow(storage, [1, 2, 3, 4].map(id));
    expect(await holdsAnything(storage)).toBe(false);
  });

  it('becomes one with a note, and a passage that is refused is none any more', async () => {
    const storage = await filled();
    const put = (sample: Sample): Promise<unknown> =>
      putAnnotation(storage, { annotation: annotation({ minute: 30, ...sample }), article: article() });
    await put({ number: 2, quotation: refused, tags: ['puns'] });
    expect(await countKept(storage)).toBe(4);
    await put({ number: 4, quotation: refused });
    expect((await searchAnnotations(storage, { query: '', limit: 10 })).total).toBe(3);
  });

  it('is told apart in a library of before', async () => {
    const name = freshName();
    await load(name, {
      version: 5,
      stores: {
        annotations: {
          keyPath: 'id',
          indexes: { source: { keyPath: 'target.source', unique: false } },
          records: samples.map((sample) => annotation(sample)),
        },
        articles: {
          keyPath: 'source',
          indexes: { lastSeen: { keyPath: 'lastSeen', unique: false } },
          records: [article()],
        },
        documents: {
          keyPath: 'number',
          autoIncrement: true,
          indexes: {
            key: { keyPath: 'key', unique: true },
            newest: { keyPath: 'newest', unique: false },
            pending: { keyPath: 'pending', unique: false },
          },
          records: samples.map(({ number }) => ({
            number,
            key: id(number),
            newest: -number,
            words: 'bridge',
            filters: [],
            pending: 1,
          })),
        },
      },
    });
    const storage = createStorage({ name });
    expect(await countKept(storage)).toBe(3);
    const { documents } = await storage.read(['documents'], async (transaction) => ({
      documents: await transaction.objectStore('documents').index('newest').getAllKeys(),
    }));
    expect(documents).toEqual([4, 3, 1]);
  });
});
