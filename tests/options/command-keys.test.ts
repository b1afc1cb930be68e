import { expect, test, vi } from 'vitest';
import { shortcutOf } from '../../src/options/command-keys.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

test.each([
  ['j', 'KeyJ', 'AS', 'Alt+Shift+J'],
  ['∆', 'KeyJ', 'AS', 'Alt+Shift+J'],
  ['5', 'Digit5', 'C', 'Ctrl+5'],
  [',', 'Comma', 'C', 'Ctrl+Comma'],
  ['ArrowUp', 'ArrowUp', 'CA', 'Ctrl+Alt+Up'],
  ['F9', 'F9', '', 'F9'],
  ['j', 'KeyJ', '', null],
  ['J', 'KeyJ', 'S', null],
  ['F13', 'F13', 'C', null],
  ['é', 'Quote', 'C', null],
])('%s (%s) with %s', (key, code, held, shortcut) =>
  expect(
    shortcutOf({
      key,
      code,
      ctrlKey: held.includes('C'),
      metaKey: false,
      altKey: held.includes('A'),
      shiftKey: held.includes('S'),
    }),
  ).toBe(shortcut),
);
