import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { walkStore } from '#storage/migrations/walk-store.ts';
import { freshName } from '../records.ts';

/** What a walk through a store of so many records visits, each visit as the keys that it was given. */
async function visitsOf(count: number): Promise<number[][]> {
  const name = freshName();
  const before = await openDB(name, 1, {
    upgrade: (database) => void database.createObjectStore('things', { keyPath: 'id' }),
  });
  const filling = before.transaction('things', 'readwrite');
  for (let id = 0; id < count; id++) void filling.store.put({ id, seen: 0 });
  await filling.done;
  before.close();
  const visits: number[][] = [];
  const after = await openDB(name, 2, {
    upgrade: (_database, _from, _to, transaction) => {
      void walkStore(transaction, 'things', (rows) => {
        visits.push(rows.map(([key]) => Number(key)));
        const things = transaction.objectStore('things');
        return Promise.all(
          rows.map(([, value]) => things.put?.({ ...(value as { seen: number }), seen: 1 })),
        );
      });
    },
  });
  const all: { seen: number }[] = await after.getAll('things');
  expect(all).toHaveLength(count);
  expect(all.every(({ seen }) => seen === 1)).toBe(true);
  after.close();
  return visits;
}

describe('walkStore', () => {
  it.each([0, 1, 999, 1_000, 1_001, 2_500])('visits each of %i records once, in order', async (count) => {
    const visits = await visitsOf(count);
    expect(visits.flat()).toEqual(Array.from({ length: count }, (_, id) => id));
  });

  it('asks once for a thousand, not for each', async () => {
    expect((await visitsOf(2_500)).map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
  });
});
