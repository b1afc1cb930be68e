import { expect, it } from 'vitest';
import { metId } from '#storage/met-id.ts';

it('of one name of one article is always the same, and an id like any other', () => {
  expect(metId('https://one.example/story', 'ana ortiz')).toBe(
    'urn:uuid:62ec48a3-0048-8120-8a3f-6c11b53ed658',
  );
});

it('of another name or article is another, also where both together read the same', () => {
  const pairs = [['a', 'b'], ['b', 'a'], ['ab', ''], ['', 'ab'], ['a","', 'b'], ['a', '","b'], ['é', ''], ['e\u0301', '']] as const; // prettier-ignore
  const ids = pairs.map(([source, key]) => metId(source, key));
  expect(new Set(ids).size).toBe(pairs.length);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
