import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { SearchFilter } from '#core/search/search-filter.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { listPeople, personOf } from '#storage/people.ts';
import { searchAnnotations, searchIds, searchPeople } from '#storage/search-annotations.ts';
import { listTags } from '#storage/tags.ts';
import { deleteAnnotation } from '#storage/trash.ts';
import { annotation, article, freshStorage, id, saidBy, source, type Sample } from './records.ts';

const samples: readonly (Sample & { readonly title?: string; readonly outlet?: string; readonly published?: string })[] = [
  { number: 1, exact: 'We will not wait for the river', quotation: saidBy('Ana Ortiz'), tags: ['Water'], title: 'Low water' },
  { number: 2, exact: 'The harbour is closed', note: 'ask the harbour master, will not say', quotation: saidBy('Tom Reed', 'corrected'), source: `${source}-2`, title: 'Harbour', outlet: 'The Lantern', published: '2025-12-31' },
  { number: 3, exact: '河水很低', source: `${source}-3`, title: '新闻', tags: ['water', 'later'] },
  { number: 4, exact: 'not we will', source: `${source}-2`, title: 'Harbour', outlet: 'The Lantern', published: '2025-12-31' },
  { number: 5, exact: 'แม่น้ำแห้ง', source: `${source}-5`, title: 'x' },
]; // prettier-ignore

async function filled(): Promise<Storage> {
  const storage = freshStorage();
  for (const sample of samples) {
    const { title = '', outlet = 'The Example', published = '2026-01-05' } = sample;
    const of = article({ source: sample.source ?? source, title, outlet, published });
    await putAnnotation(storage, { annotation: annotation(sample), article: of });
  }
  return storage;
}

const found = async (
  storage: Storage,
  query: string,
  filter: SearchFilter = {},
): Promise<readonly string[]> => {
  const { items } = await searchAnnotations(storage, { query, filter, limit: 20 });
  return items.map((item) => item.annotation.id).toSorted();
};

const cases: readonly (readonly [string, string, SearchFilter, readonly number[]])[] = [
  ['a word', 'river', {}, [1]],
  ['a beginning', 'harb', {}, [2, 4]],
  ['one typo', 'rivre', {}, [1]],
  ['one typo in the first half', 'rarbour', {}, [2, 4]],
  ['no two typos', 'rivvrre', {}, []],
  ['a phrase', '“will not”', {}, [1, 2]],
  ['a phrase in its order alone', '“we will not wait”', {}, [1]],
  ['no phrase across two texts', '“closed harbour”', {}, []],
  ['no beginning within a phrase', '“the riv”', {}, []],
  ['Chinese', '水很', {}, [3]],
  ['one character of Chinese', '低', {}, [3]],
  ['Thai', 'น้ำ', {}, [5]],
  ['a tag', '', { tags: ['WATER'] }, [1, 3]],
  ['two tags', '', { tags: ['water', 'later'] }, [3]],
  ['an outlet', '', { outlet: 'the lantern' }, [2, 4]],
  ['a kind', '', { kind: 'passage' }, [3, 4, 5]],
  ['a status', '', { status: 'corrected' }, [2]],
  ['a note', '', { hasNote: true }, [2]],
  ['no note', '', { hasNote: false }, [1, 3, 4, 5]],
  ['days', '', { from: '2025-12-01', until: '2025-12-31' }, [2, 4]],
  ['words and a filter', 'not', { from: '2026-01-01' }, [1]],
  ['signs only', '!?', {}, []],
];

describe('the index', () => {
  it.each(cases)('finds by %s, before and after it is written', async (_what, query, filter, expected) => {
    const storage = await filled();
    expect(await found(storage, query, filter)).toEqual(expected.map(id));
    await flushIndex(storage);
    expect(await found(storage, query, filter)).toEqual(expected.map(id));
    expect([...(await searchIds(storage, query, filter))].toSorted()).toEqual(expected.map(id));
  });

  it.each([
    ['two signs of Japanese', '知事', [1]],
    ['kana', 'できない', [1]],
    ['a word of katakana', 'ダム', [2]],
    ['Japanese words in a row', '“知事は約束”', [1]],
    ['not in another order', '“約束は知事”', []],
  ] as const)('finds %s', async (_what, query, expected) => {
    const storage = freshStorage();
    for (const [index, exact] of ['知事は約束できないと述べた', 'ダムの水位が下がった'].entries()) {
      await putAnnotation(storage, {
        annotation: annotation({ number: index + 1, exact }),
        article: article({ title: '' }),
      });
    }
    expect(await found(storage, query)).toEqual(expected.map(id));
    await flushIndex(storage);
    expect(await found(storage, query)).toEqual(expected.map(id));
  });

  it('narrows by a person', async () => {
    const storage = freshStorage();
    for (const [index, name] of ['Ana Ortiz', 'Ben Okafor', 'Ana Ortiz'].entries()) {
      await putAnnotation(storage, {
        annotation: annotation({ number: index + 1, exact: 'The river rises', quotation: saidBy(name) }),
        article: article(),
      });
    }
    const person = await personOf(storage, source, 'ana ortiz');
    expect(await found(storage, 'river', { person: person?.person.id ?? '' })).toEqual([1, 3].map(id));
  });

  it('puts the better match first, and counts all', async () => {
    const storage = freshStorage();
    const texts = ['river', 'a long story in which the river comes only once and late', 'rivers', 'rival'];
    for (const [i, exact] of texts.entries()) {
      await putAnnotation(storage, { annotation: annotation({ number: i + 1, exact }), article: article() });
    }
    await flushIndex(storage);
    const { items, total } = await searchAnnotations(storage, { query: 'river', limit: 2 });
    expect(items[0]?.annotation.id).toBe(id(1));
    expect(total).toBe(3);
    const rest = await searchAnnotations(storage, { query: 'river', offset: 2, limit: 2 });
    const all = [...items, ...rest.items].map((item) => item.annotation.id);
    expect(all.toSorted()).toEqual([1, 2, 3].map(id));
    const typo = await searchAnnotations(storage, { query: 'riber', limit: 9 });
    expect(typo.total).toBe(2);
  });

  it('forgets what was changed and deleted, written before or not', async () => {
    const storage = await filled();
    await flushIndex(storage);
    const changed = annotation({ number: 1, exact: 'Something else', quotation: saidBy('Ana Ortiz') });
    await putAnnotation(storage, { annotation: changed, article: article({ title: 'Low water' }) });
    await deleteAnnotation(storage, id(2), 0);
    for (const _ of [1, 2]) {
      expect(await found(storage, 'river')).toEqual([]);
      expect(await found(storage, 'something')).toEqual([id(1)]);
      expect(await found(storage, 'harbour')).toEqual([id(4)]);
      expect(await found(storage, '', { hasNote: true })).toEqual([]);
      await flushIndex(storage);
    }
    const left = await storage.read(['indexState', 'annotations'], async (transaction) => ({
      state: await transaction.objectStore('indexState').get('index'),
      count: await transaction.objectStore('annotations').count(),
    }));
    // The people are documents, too: both were quoted.
    expect(left.state?.documents).toBe(left.count + 2);
  });

  it('is kept in the same transaction as the record', async () => {
    const storage = await filled();
    const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
      ?.value as IDBObjectStore['put'];
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      if (this.name === 'documents') throw new DOMException('planted', 'QuotaExceededError');
      return original.call(this, value);
    });
    const zebra = annotation({ number: 9, exact: 'zebra' });
    const failing = putAnnotation(storage, { annotation: zebra, article: article() });
    await expect(failing).rejects.toMatchObject({ code: 'disk-full' });
    vi.restoreAllMocks();
    expect(await getAnnotation(storage, id(9))).toBeNull();
    expect(await found(storage, 'zebra')).toEqual([]);
  });

  it('lists tags with how many have them', async () => {
    const storage = await filled();
    const expected = [{ tag: 'water', count: 2 }, { tag: 'later', count: 1 }]; // prettier-ignore
    expect(await listTags(storage, 10)).toEqual(expected);
    await flushIndex(storage);
    expect(await listTags(storage, 10)).toEqual(expected);
  });

  it('finds people by their names, and no notes by them', async () => {
    const storage = await filled();
    const { items } = await listPeople(storage, 'name', 10);
    expect(items.map(({ person, quotations }) => [person.name, quotations])).toEqual([
      ['Ana Ortiz', 1],
      ['Tom Reed', 1],
    ]);
    const [ana] = items;
    for (const _ of [1, 2]) {
      expect(await searchPeople(storage, 'ort', 10)).toEqual([ana?.person.id]);
      expect(await found(storage, '@ana')).toEqual([id(1)]);
      await flushIndex(storage);
    }
  });

  it('goes through many in the order of time', async () => {
    const storage = freshStorage();
    const numbers = Array.from({ length: 450 }, (_, i) => i + 1);
    for (const number of numbers) {
      await putAnnotation(storage, {
        annotation: annotation({ number, exact: 'w', tags: ['t'], minute: (number * 7) % 450 }),
        article: article(),
      });
    }
    const page = await searchAnnotations(storage, {
      query: '',
      filter: { tags: ['t'] },
      offset: 10,
      limit: 5,
    });
    const minutes = page.items.map((item) => item.annotation.modified);
    expect(minutes).toEqual(minutes.toSorted().toReversed());
    expect(page.total).toBe(450);
    const all = await searchAnnotations(storage, { query: '', offset: 10, limit: 5 });
    expect(all.items.map((item) => item.annotation.id)).toEqual(page.items.map((item) => item.annotation.id));
  });
});

it('much that waits is written into the index before a search, not read whole beside it', async () => {
  const storage = freshStorage();
  const pending = (): Promise<number> =>
    storage.read(['documents'], (transaction) =>
      transaction.objectStore('documents').index('pending').count(1),
    );
  const fill = (from: number, to: number): Promise<void> =>
    storage.write(['documents'], async (transaction) => {
      for (let number = from; number < to; number++) {
        const document = {
          key: `k${number}`,
          words: 'needle',
          filters: [],
          newest: -number,
          pending: 1,
        } as const;
        await transaction.objectStore('documents').put(document);
      }
    });
  await fill(0, 1_999);
  await searchAnnotations(storage, { query: 'needle', limit: 1 });
  expect(await pending()).toBe(1_999);
  await fill(1_999, 2_000);
  expect((await searchAnnotations(storage, { query: 'needle', limit: 1 })).total).toBe(2_000);
  expect(await pending()).toBe(0);
});
