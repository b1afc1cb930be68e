import { expect, it } from 'vitest';
import { table } from '../../bench/measure.ts';

it('a table has its columns aligned, numbers to the right', () => {
  const rows = [
    ['one', '1.5', 'x', '–'],
    ['three', '12', '7', ''],
  ];
  expect(table(['', 'ms', 'what', 'none'], rows)).toBe(
    [
      '|       |  ms | what | none |',
      '|-------|----:|------|-----:|',
      '| one   | 1.5 | x    |    – |',
      '| three |  12 | 7    |      |',
    ].join('\n'),
  );
});
