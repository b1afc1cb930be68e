import { expect, it } from 'vitest';
import { createRowCache } from '#ui/list/row-cache.ts';

const rows = (...indexes: number[]) => indexes.map((index) => ({ key: `k${index}`, index }));

it('makes a row once, however often it is asked for, and again when its item, its place or the way it is made is another', () => {
  const made: string[] = [];
  const make = (item: string, index: number): string => {
    made.push(`${item}@${index}`);
    return `${item}@${index}`;
  };
  const items = ['a', 'b', 'c', 'd'];
  const at = (index: number): string | null => items[index] ?? null;
  const cached = createRowCache<string, string>();
  expect([...cached(rows(0, 1), at, make).values()]).toEqual(['a@0', 'b@1']);
  cached(rows(0, 1, 2), at, make);
  expect(made).toEqual(['a@0', 'b@1', 'c@2']);
  items[1] = 'B';
  cached(rows(1, 2), at, make);
  expect(made.slice(3)).toEqual(['B@1']);
  // What has gone is made anew when it comes back.
  cached(rows(0, 1), at, make);
  expect(made.slice(4)).toEqual(['a@0']);
  cached([{ key: 'k1', index: 3 }], at, make);
  cached([{ key: 'k1', index: 3 }], at, (item) => make(item, 9));
  expect(made.slice(5)).toEqual(['d@3', 'd@9']);
});

it('leaves out what is not known yet', () => {
  const cached = createRowCache<string, string>();
  expect(cached(rows(0), () => null, String).size).toBe(0);
});
