import { describe, expect, test } from 'vitest';
import { countPicks, isPicked, noPicks, type Picks, selectionOf, withPicks } from '#library/picks.ts';

const search = { query: 'bridge', filter: {} };
const all: Picks = { all: true, ids: new Set() };

describe('what is selected', () => {
  test('nothing at first', () => {
    expect(countPicks(noPicks, 10)).toBe(0);
    expect(isPicked(noPicks, 'a')).toBe(false);
    expect(selectionOf(noPicks, search)).toEqual({ ids: [] });
  });

  test('some, each once', () => {
    const picks = withPicks(withPicks(noPicks, ['a', 'b'], true), ['b', 'c'], true);
    expect(countPicks(picks, 10)).toBe(3);
    expect(selectionOf(withPicks(picks, ['a'], false), search)).toEqual({ ids: ['b', 'c'] });
  });

  test('all that a search finds, but for some', () => {
    const picks = withPicks(all, ['a', 'b'], false);
    expect(countPicks(picks, 10_000)).toBe(9_998);
    expect(isPicked(picks, 'a')).toBe(false);
    expect(isPicked(picks, 'z')).toBe(true);
    expect(selectionOf(picks, search)).toEqual({ search, except: ['a', 'b'] });
    expect(selectionOf(withPicks(picks, ['a', 'b'], true), search)).toEqual({ search, except: [] });
  });
});
