import { expect, test } from 'vitest';
import { periodOf, yearsOf } from '#library/person-period.ts';

test('months are added up to years, the last first', () => {
  expect(
    yearsOf([
      { name: '2024-11', count: 2 },
      { name: '2025-01', count: 3 },
      { name: '2025-07', count: 4 },
    ]),
  ).toEqual([
    { name: '2025', count: 7 },
    { name: '2024', count: 2 },
  ]);
});

test.each([
  [undefined, undefined, ''],
  ['2025-01-01', '2025-12-31', '2025'],
  ['2025-01-01', '2026-12-31', 'days'],
  ['2025-01-02', '2025-12-31', 'days'],
  ['2025-01-01', undefined, 'days'],
  [undefined, '2025-12-31', 'days'],
])('from %s until %s is %j', (from, until, period) => expect(periodOf(from, until)).toBe(period));
