import { describe, expect, test } from 'vitest';
import { chosenStyles } from '#core/mark-styles/chosen-styles.ts';
import {
  bindingOf,
  conflictOf,
  isTyped,
  keyWords,
  ownKeyNames,
  ownKeys,
  ownKeysOf,
  styleKeys,
} from '#core/own-keys.ts';

const press = (key: string, held = ''): string | null =>
  bindingOf({
    key,
    ctrlKey: held.includes('C'),
    metaKey: held.includes('M'),
    altKey: held.includes('A'),
    shiftKey: held.includes('S'),
  });

describe('bindingOf', () => {
  test.each([
    ['k', '', 'k'],
    ['K', 'S', 'Shift+k'],
    ['?', 'S', '?'],
    ['/', '', '/'],
    ['z', 'C', '$mod+z'],
    ['Z', 'MS', '$mod+Shift+z'],
    ['Enter', 'C', '$mod+Enter'],
    [' ', '', 'Space'],
    ['Delete', '', 'Delete'],
    ['é', '', 'é'],
    ['Shift', 'S', null],
    ['Escape', '', null],
    ['Tab', '', null],
    ['ArrowDown', 'C', null],
    ['Dead', '', null],
    ['Unidentified', '', null],
    ['(', '', null],
    ['3', '', '3'],
    ['3', 'S', '3'],
    ['3', 'A', 'Alt+3'],
  ])('%s with %s is %s', (key, held, binding) => expect(press(key, held)).toBe(binding));
});

test.each([
  [null],
  ['k'],
  [{ keep: 7, undo: 'a b', redo: '' }],
  [{ keep: '(.*)', undo: '$mod+$mod+$mod+$mod+z', other: 'x' }],
])('what cannot be read is as at first: %j', (stored) => expect(ownKeysOf(stored)).toEqual(ownKeysOf(null)));

test('a key that was chosen stays, and one that was switched off stays off', () => {
  const keys = ownKeysOf({ keep: 'b', undo: null });
  expect([keys.keep, keys.undo, keys.redo]).toEqual(['b', null, '$mod+Shift+z']);
});

test('at first no two keys of a surface are the same', () => {
  const keys = ownKeysOf(null);
  expect(ownKeyNames.filter((name) => conflictOf(keys, name, ownKeys[name].key) !== null)).toEqual([]);
});

test.each([
  ['keep', '$mod+enter', 'keepField'],
  ['keep', 'x', null],
  ['undo', 'X', 'pick'],
  ['undo', '$mod+z', null],
  ['keep', '3', 'style3'],
  ['copyLink', 'c', 'copyCitation'],
  ['pick', '3', null],
] as const)('%s with %s conflicts with %s', (name, binding, other) =>
  expect(conflictOf(ownKeysOf(null), name, binding)).toBe(other),
);

test('a key that is switched off is free', () =>
  expect(conflictOf(ownKeysOf({ pick: null }), 'undo', 'x')).toBe(null));

test.each([
  ['k', true],
  ['Shift+k', true],
  ['$mod+Enter', false],
  ['Alt+k', false],
])('%s is typed in a field: %s', (binding, typed) => expect(isTyped(binding)).toBe(typed));

test.each([
  ['$mod+Shift+z', false, 'Ctrl+Shift+Z'],
  ['$mod+z', true, '⌘+Z'],
  ['Delete', false, 'Delete'],
  ['?', false, '?'],
  ['$mod++', false, 'Ctrl++'],
])('%s reads %s', (binding, isMac, words) => expect(keyWords(binding, isMac)).toBe(words));

test('each mark style has a key', () => expect(styleKeys).toHaveLength(chosenStyles(null).length));
