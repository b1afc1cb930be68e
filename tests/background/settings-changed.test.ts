import { expect, test, vi } from 'vitest';
import { wantsReading } from '#background/settings-changed.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

test.each([
  ['what is detected', { detection: { newValue: {} } }, true],
  ['a site switched off', { settings: { oldValue: {}, newValue: { sitesOff: ['a.example'] } } }, true],
  ['marks hidden', { settings: { oldValue: { marks: true }, newValue: { marks: false } } }, false],
  ['nothing that was there before', { settings: { newValue: { marks: false } } }, false],
  ['a record', { revision: { newValue: 'x' } }, false],
])('%s', (_, changes, wants) => expect(wantsReading(changes)).toBe(wants));
