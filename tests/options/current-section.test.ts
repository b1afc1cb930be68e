import { expect, test } from 'vitest';
import { currentSection } from '../../src/options/current-section.ts';

const heads = (...tops: readonly number[]) => tops.map((top, index) => ({ id: 'abc'[index] ?? '', top }));

test.each([
  ['at the top: the first', heads(200, 900, 1_500), null, false, 'a'],
  ['with none reached yet: the first', heads(400, 900, 1_500), null, false, 'a'],
  ['the last whose head is in the upper third', heads(-900, 150, 700), null, false, 'b'],
  ['one that is longer than the window', heads(-2_000, -900, 1_200), null, false, 'b'],
  ['at the end: the last, though its head stands low', heads(-900, 150, 700), null, true, 'c'],
  ['what was gone to stays, though another is above it', heads(-900, 10, 300), 'c', false, 'c'],
  ['what was gone to stays, though it is the end', heads(-900, 100, 700), 'b', true, 'b'],
  ['what was gone to and is scrolled away does not', heads(-1_800, -900, -20), 'b', false, 'c'],
  ['what was gone to and lies below does not', heads(10, 900, 1_500), 'b', false, 'a'],
  ['no part of that name', heads(10, 900), 'nothing', false, 'a'],
  ['no parts', [], 'a', true, null],
])('%s', (_, all, chosen, isAtEnd, expected) => {
  expect(currentSection(all, chosen, 600, isAtEnd)).toBe(expected);
});
