import { describe, expect, test } from 'vitest';
import { suggestTags } from '#core/search/suggest-tags.ts';

const known = [
  { tag: 'bridge', count: 4 },
  { tag: 'budget', count: 9 },
  { tag: 'harbour bridge', count: 7 },
  { tag: 'abridged', count: 30 },
  { tag: 'election', count: 1 },
];

describe('suggestTags', () => {
  test.each([
    ['b', [], ['budget', 'bridge', 'harbour bridge', 'abridged']],
    ['bri', [], ['bridge', 'harbour bridge', 'abridged']],
    ['#BRI', [], ['bridge', 'harbour bridge', 'abridged']],
    ['bridge', [], ['harbour bridge', 'abridged']],
    ['bri', ['Bridge'], ['harbour bridge', 'abridged']],
    ['ÉL', [], ['election']],
    ['zzz', [], []],
    ['', ['budget'], ['abridged', 'harbour bridge', 'bridge', 'election']],
  ])('%j beside %j', (typed, has, expected) => expect(suggestTags(known, typed, has)).toEqual(expected));

  test('no more than six', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ tag: `t${index}`, count: index }));
    expect(suggestTags(many, 't', [])).toHaveLength(6);
  });
});
