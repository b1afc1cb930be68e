import { describe, expect, test } from 'vitest';
import { addTags } from '#ui/tag-field.tsx';

describe('addTags', () => {
  test.each([
    [[], 'bridge', ['bridge']],
    [['a'], ' b ,c,, ', ['a', 'b', 'c']],
    [['Bridge'], 'bridge', ['Bridge']],
    [[], 'a, A', ['a']],
    [[], '#budget', ['budget']],
    [[], 'two  words\nand more', ['two words', 'and more']],
    [['a'], '   ', ['a']],
  ])('%j and %j', (tags, text, expected) => expect(addTags(tags, text)).toEqual(expected));
});
