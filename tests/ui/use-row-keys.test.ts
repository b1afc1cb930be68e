import { expect, test } from 'vitest';
import { nextStop } from '#ui/use-row-keys.ts';

const stops = ['search', 'first', 'second'];

test.each([
  ['search', 'ArrowDown', 'first'],
  ['first', 'ArrowDown', 'second'],
  ['second', 'ArrowDown', null],
  ['second', 'ArrowUp', 'first'],
  ['first', 'ArrowUp', 'search'],
  ['search', 'ArrowUp', null],
  ['a tab', 'ArrowDown', 'first'],
  ['a tab', 'ArrowUp', null],
  ['first', 'Enter', null],
])('from %s, %s leads to %s', (from, key, to) => expect(nextStop(stops, stops.indexOf(from), key)).toBe(to));

test('an empty list leads nowhere', () => expect(nextStop([], -1, 'ArrowDown')).toBe(null));
