import { describe, expect, it } from 'vitest';
import { lastSearch, type SearchOutcome } from '#storage/last-search.ts';
import { createListPlaces } from '#storage/list-places.ts';
import type { Transaction } from '#storage/schema.ts';

const outcome = (number: number): SearchOutcome => ({ found: [number], scores: new Float32Array([number]) });

/** A store that can be searched in a transaction of its own, and written to. */
function searched() {
  const places = createListPlaces();
  let finds = 0;
  return {
    finds: () => finds,
    write: () => places.writes(['documents']),
    begin() {
      const transaction = {};
      places.reads(transaction);
      // All that is asked of it is which one it is.
      return (search: string): Promise<SearchOutcome> =>
        lastSearch(transaction as Transaction<'readonly'>, places, search, async () => outcome(++finds));
    },
  };
}

describe('The last search', () => {
  it('is not done again for its next page', async () => {
    const store = searched();
    expect(await store.begin()('a')).toEqual(outcome(1));
    expect(await store.begin()('a')).toEqual(outcome(1));
    expect(store.finds()).toBe(1);
  });

  it('is done anew when it is another, and when something has been written', async () => {
    const store = searched();
    await store.begin()('a');
    expect(await store.begin()('b')).toEqual(outcome(2));
    store.write();
    expect(await store.begin()('b')).toEqual(outcome(3));
  });

  it('is not taken from what a transaction saw that began before the write, nor given to it', async () => {
    const store = searched();
    const old = store.begin();
    store.write();
    expect(await old('a')).toEqual(outcome(1));
    expect(await store.begin()('a')).toEqual(outcome(2));
    expect(await old('a')).toEqual(outcome(3));
    expect(await store.begin()('a')).toEqual(outcome(2));
  });
});
