import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createListPlaces } from '#storage/list-places.ts';
import { listPage, type ListedIndex } from '#storage/list-page.ts';
import { freshName } from './records.ts';

/** Of ten rows each three have one key: a row is told by both of its keys. */
async function filled(rows: number) {
  const database = await openDB(freshName(), 1, {
    upgrade: (opened) => void opened.createObjectStore('rows', { keyPath: 'id' }).createIndex('by', 'by'),
  });
  const transaction = database.transaction('rows', 'readwrite');
  for (let i = 0; i < rows; i++) {
    await transaction.store.put({ id: `${i}`.padStart(5, '0'), by: Math.floor((i * 3) / 10) });
  }
  await transaction.done;
  return database;
}
const name = (row: number): string => `${row}`.padStart(5, '0');
const rows = 2_600;
const database = await filled(rows);

/** An index that tells over how many rows it is stepped. */
function counted(index: ListedIndex<IDBValidKey>, step: (rows: number) => void): ListedIndex<IDBValidKey> {
  type Cursor = Awaited<ReturnType<typeof index.openKeyCursor>>;
  const counting = (cursor: Cursor): Cursor =>
    cursor && {
      key: cursor.key,
      primaryKey: cursor.primaryKey,
      async advance(by) {
        step(by);
        return counting(await cursor.advance(by));
      },
      async continue() {
        step(1);
        return counting(await cursor.continue());
      },
      continuePrimaryKey: async (...keys) => counting(await cursor.continuePrimaryKey(...keys)),
    };
  return {
    count: () => index.count(),
    openKeyCursor: async (range, way) => counting(await index.openKeyCursor(range, way)),
  };
}

describe('a page of a long list', () => {
  const places = createListPlaces();
  const page = async (way: 'next' | 'prev', offset: number, limit = 20) => {
    const transaction = database.transaction('rows');
    places.reads(transaction);
    // The store of this test is none of the library's; a list is told by its name alone.
    const known = places.of(transaction, 'trash', way);
    return listPage(transaction.store.index('by'), known, way, offset, limit);
  };
  const expected = (way: 'next' | 'prev', offset: number, limit = 20): string[] =>
    Array.from({ length: Math.max(0, Math.min(limit, rows - offset)) }, (_, i) =>
      name(way === 'next' ? offset + i : rows - 1 - offset - i),
    );

  // One after the other: each finds the marks that those before have left.
  const offsets = [0, 2_590, 2_579, 20, 40, 1_299, 1_279, 1_330, 2_300, 2_299, 1, 1_800, 700, 2_599, 2_600];
  it.each((['next', 'prev'] as const).flatMap((way) => offsets.map((offset) => [way, offset] as const)))(
    'is the same by whatever way it is reached: %s %i',
    async (way, offset) => {
      expect(await page(way, offset)).toEqual({ keys: expected(way, offset), total: rows });
    },
  );

  it('at the end of a list, or beside one that was read, is reached in few steps', async () => {
    const transaction = database.transaction('rows');
    const known = createListPlaces().of(transaction, 'trash', 'x');
    const index: ListedIndex<IDBValidKey> = transaction.store.index('by');
    const stepsTo = async (offset: number): Promise<number> => {
      let steps = 0;
      await listPage(
        counted(index, (by) => (steps += by)),
        known,
        'next',
        offset,
        20,
      );
      return steps;
    };
    expect(await stepsTo(rows - 20)).toBeLessThan(60);
    expect(await stepsTo(rows - 60)).toBeLessThan(100);
    expect(await stepsTo(1_200)).toBeGreaterThan(1_000);
    expect(await stepsTo(1_220)).toBeLessThan(60);
    expect(await stepsTo(1_160)).toBeLessThan(100);
    expect(await stepsTo(1_200)).toBeLessThan(30);
    // On the way to it a mark was left.
    expect(await stepsTo(1_000)).toBeLessThan(60);
  });

  it('of no rows counts only', async () => {
    expect(await page('next', 0, 0)).toEqual({ keys: [], total: rows });
  });
});

describe('what is known of a list', () => {
  it('is gone for who reads after a write, and not shared with who began before it', () => {
    const places = createListPlaces();
    const [before, early, late] = [{}, {}, {}];
    places.reads(before);
    places.of(before, 'trash', 'deleted').total = 3;
    places.reads(early);
    expect(places.of(early, 'trash', 'deleted').total).toBe(3);
    places.writes(['trash']);
    places.reads(late);
    // One that began before the write sees the store as it was: it neither gives nor takes.
    places.of(early, 'trash', 'deleted').total = 4;
    expect(places.of(late, 'trash', 'deleted').total).toBeNull();
    places.of(late, 'trash', 'deleted').total = 5;
    expect(places.of(early, 'trash', 'deleted').total).toBeNull();
    expect(places.of(late, 'trash', 'deleted').total).toBe(5);
  });

  it('of another store, or of another list, stays', () => {
    const places = createListPlaces();
    const reader = {};
    places.writes(['ledger']);
    places.reads(reader);
    places.of(reader, 'trash', 'deleted').total = 3;
    expect(places.of(reader, 'trash', 'other').total).toBeNull();
    places.writes(['ledger']);
    const next = {};
    places.reads(next);
    expect(places.of(next, 'trash', 'deleted').total).toBe(3);
  });
});
