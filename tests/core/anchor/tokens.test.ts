import { describe, expect, test } from 'vitest';
import { isNearWord } from '#core/anchor/near-word.ts';
import { nearWords } from '#core/anchor/near-words.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { hasSameWording } from '#core/anchor/same-wording.ts';
import { tokenize } from '#core/anchor/tokens.ts';

describe('words', () => {
  test.each([
    ['', []],
    ['Don’t stop—now', ["don't", 'stop', 'now']],
    ['‘quoted’ words', ['quoted', 'words']],
    ['co\u00adop\u200berate', ['cooperate']],
    ['Zoë zoe\u0308 ﬁne Ⅷ', ['zoe', 'zoe', 'fine', 'viii']],
    ['well-known 1,500', ['well', 'known', '1', '500']],
    ['東京tower', ['東', '京', 'tower']],
    ['\u{20000}\u{20001}', ['\u{20000}', '\u{20001}']],
    ['\u0301 \ud800', ['\ud800']],
  ])('%j', (text, words) => expect(tokenize(text).words).toEqual(words));

  test('offsets point at the words as they stand', () => {
    const text = 'A  co\u00adop.\n\nB’s';
    const { starts, ends, blocks } = tokenize(text);
    expect([...starts].map((start, i) => text.slice(start, ends[i]))).toEqual(['A', 'co\u00adop', 'B’s']);
    expect([...blocks]).toEqual([0, 0, 2]);
  });
});

test.each([
  ['schoolchild', 'schoolchld', true],
  ['ferry', 'frery', true],
  ['government', 'govrmnetn', false],
  ['government', 'goverment', true],
  ['ferry', 'merry', true],
  ['ferry', 'perky', false],
  ['cat', 'cut', false],
  ['x'.repeat(100), 'x'.repeat(99), false],
])('%s is near %s: %s', (a, b, near) => {
  expect(isNearWord(a, b)).toBe(near);
  expect(isNearWord(b, a)).toBe(near);
});

test('a number is near no other, however many a page has', () => {
  const index = buildIndex('government 12345 12354 12346 goverment');
  const nearest = (word: string): (string | undefined)[] =>
    [...nearWords(index, word)].map((number) => index.vocabulary[number]);
  expect(nearest('12345')).toEqual([]);
  expect(nearest('governmnt')).toEqual(['government', 'goverment']);
});

test.each([
  ['“It’s — fine…”', '"It\'s--fine..."', true],
  ['schön', 'schon', false],
  ['US', 'us', false],
  ['Let’s eat, grandma', 'Let’s eat grandma', false],
  ['é', 'e\u0301', true],
])('%j and %j have the same wording: %s', (a, b, same) => expect(hasSameWording(a, b)).toBe(same));
