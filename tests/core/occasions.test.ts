import { describe, expect, test } from 'vitest';
import { occasionTable } from '#core/occasions.ts';

const at = (date: string, outlet = 'Harbour Post', count = 1) => ({ date, outlet, count });

describe('occasionTable', () => {
  test('has nothing to show for nobody, nor for dates that are none', () => {
    expect(occasionTable([]).periods).toEqual([]);
    expect(occasionTable([at('soon'), at('')]).rows).toEqual([]);
  });

  test.each([
    [
      'day',
      ['2026-03-01T23:00:00Z', '2026-03-04T01:00:00Z'],
      ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
    ],
    ['month', ['2025-11-30T12:00:00Z', '2026-02-01T00:00:00Z'], ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['year', ['2019-05-01T00:00:00Z', '2023-01-01T00:00:00Z'], ['2019', '2020', '2021', '2022', '2023']],
  ] as const)('columns are a %s each, without gaps', (unit, dates, periods) => {
    const table = occasionTable(
      dates.map((date) => at(date)),
      { columns: unit === 'year' ? 6 : 36 },
    );
    expect(table).toMatchObject({ unit, periods });
    expect(table.rows[0]?.counts.at(0)).toBe(1);
    expect(table.rows[0]?.counts.at(-1)).toBe(1);
  });

  test('rows are the outlets with most, and the others are counted', () => {
    const table = occasionTable(
      [at('2026-03-01', 'A'), at('2026-03-01', 'B'), at('2026-03-01', 'B'), at('2026-03-02', 'C')],
      { outlets: 2 },
    );
    expect(table.rows.map(({ outlet, total }) => [outlet, total])).toEqual([
      ['B', 2],
      ['A', 1],
    ]);
    expect(table).toMatchObject({ elsewhere: 1, most: 2 });
  });

  test('what was counted before is added up, and days that nobody knows are not shown', () => {
    const months = [at('2026-03', 'A', 4), at('2026-03', 'A', 2), at('2026-04', 'B', 5)];
    expect(occasionTable(months, { finest: 'month' })).toMatchObject({
      unit: 'month',
      periods: ['2026-03', '2026-04'],
      rows: [
        { outlet: 'A', counts: [6, 0], total: 6 },
        { outlet: 'B', counts: [0, 5], total: 5 },
      ],
      most: 6,
    });
  });

  test('the farthest dates there are end, and keep to the columns', () => {
    const table = occasionTable([at('-200000-01-01T00:00:00Z'), at('+200000-01-01T00:00:00Z')]);
    expect(table.periods.length).toBeLessThanOrEqual(36);
  });
});
