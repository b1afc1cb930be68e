import { expect, test } from 'vitest';
import { daysLeft } from '#library/days-left.ts';

const now = Date.parse('2026-03-31T12:00:00Z');

test.each([
  ['2026-03-31T12:00:00Z', 30],
  ['2026-03-31T11:00:00Z', 30],
  ['2026-03-30T11:00:00Z', 29],
  ['2026-03-10T12:00:00Z', 9],
  ['2026-03-01T13:00:00Z', 1],
  ['2026-03-01T12:00:00Z', 0],
  ['2026-01-01T00:00:00Z', 0],
  ['2026-04-02T00:00:00Z', 30],
  ['never', 0],
])('deleted %s: %i days', (deleted, days) => expect(daysLeft(deleted, now)).toBe(days));
