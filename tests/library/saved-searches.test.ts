import { describe, expect, test } from 'vitest';
import { readSavedSearches, withoutSearch, withSearch, writeSavedSearches } from '#library/saved-searches.ts';

const bridge = { name: 'Bridge', address: '#/search?q=bridge' };
const notes = { name: 'Notes', address: '#/search?note=yes' };

describe('searches with a name', () => {
  test.each([
    [undefined],
    [null],
    ['x'],
    [{}],
    [
      [
        1,
        null,
        'a',
        {},
        { name: 'a' },
        { name: 1, address: '#/search' },
        { name: 'a', address: 'https://a.b' },
      ],
    ],
  ])('%j holds none', (value) => expect(readSavedSearches(value)).toEqual([]));

  test('are read as they were written, without what is no search', () => {
    expect(readSavedSearches(writeSavedSearches([bridge, notes]))).toEqual([bridge, notes]);
    expect(readSavedSearches([bridge, null])).toEqual([bridge]);
  });

  test('the same search gets the new name and stays where it is', () => {
    const renamed = { ...bridge, name: 'The bridge' };
    expect(withSearch([bridge, notes], renamed)).toEqual([renamed, notes]);
    expect(withSearch([bridge], notes)).toEqual([bridge, notes]);
    expect(withoutSearch([bridge, notes], bridge.address)).toEqual([notes]);
  });
});
