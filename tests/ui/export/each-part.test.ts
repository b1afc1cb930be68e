import { describe, expect, it } from 'vitest';
import { eachPart, type ReadRecords } from '#ui/export/each-part.ts';
import { annotation, article, id } from '#tests/storage/records.ts';

/** A store that answers when it is told to, and says what it was asked. */
function slowStore() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const read: ReadRecords = (ids, sources) => {
    asked.push([...ids, ...sources].join(' '));
    const annotations = ids.map((_id, index) => annotation({ number: index, source: 'https://a.example/' }));
    const articles = [...sources, ...(ids.length > 0 ? ['https://a.example/'] : [])];
    return new Promise((resolve) => {
      waiting.push(() =>
        resolve({ annotations, articles: articles.map((source) => article({ source })), broken: 0 }),
      );
    });
  };
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  };
  return { asked, read, answer };
}

const ids = [1, 2, 3, 4, 5].map(id);

describe('eachPart', () => {
  it('reads two parts ahead of the one that it waits for, and no more', async () => {
    const store = slowStore();
    const done: number[] = [];
    const all = eachPart(
      store.read,
      { ids, sources: [] },
      1,
      () => {},
      (count) => done.push(count),
    );
    await store.answer();
    expect(store.asked).toEqual(ids.slice(0, 4));
    expect(done).toEqual([1]);
    for (let part = 0; part < 5; part++) await store.answer();
    expect(await all).toEqual({ count: 5, skipped: 0 });
    expect(store.asked).toEqual(ids);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks for articles that have not come with a passage when all passages are there', async () => {
    const store = slowStore();
    const sources = ['https://a.example/', 'https://b.example/'];
    const all = eachPart(
      store.read,
      { ids, sources },
      5,
      () => {},
      () => {},
    );
    await store.answer();
    await store.answer();
    await all;
    expect(store.asked).toEqual([ids.join(' '), 'https://b.example/']);
  });

  it('fails with the part that fails, and asks for nothing after it', async () => {
    const store = slowStore();
    const read: ReadRecords = (part, sources) =>
      part[0] === ids[1] ? Promise.reject(new Error('gone')) : store.read(part, sources);
    const written: number[] = [];
    const all = eachPart(
      read,
      { ids, sources: [] },
      1,
      (records) => void written.push(records.annotations.length),
      () => {},
    );
    const failed = expect(all).rejects.toThrow('gone');
    await store.answer();
    await failed;
    expect(written).toEqual([1]);
    expect(store.asked).toEqual([ids[0], ids[2], ids[3]]);
  });
});
