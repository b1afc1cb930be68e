import { describe, expect, it } from 'vitest';
import { exponentsOf, GROWN_HEAD, rowOf } from '../../bench/growth/grown.ts';

const sizes = [1000, 4000, 16_000, 64_000];
const grown = (ms: (size: number) => number, mb: (size: number) => number) =>
  sizes.map((size) => ({ size, ms: ms(size), mb: mb(size) }));

describe('how something grows', () => {
  it.each([
    ['in proportion', (size: number) => size / 100, 1],
    ['with the square', (size: number) => size ** 2 / 1e6, 2],
    ['not at all', () => 7, 0],
  ])('%s', (_, of, exponent) => {
    const { time, memory } = exponentsOf(grown(of, of));
    expect(time).toBeCloseTo(exponent, 6);
    expect(memory).toBeCloseTo(exponent, 6);
  });

  it('is not told of memory that is too little to be measured', () => {
    expect(
      exponentsOf(
        grown(
          (size) => size,
          (size) => size / 1e6,
        ),
      ).memory,
    ).toBeNull();
  });

  it('is a row of the table, which says what is worse than linear', () => {
    const linear = {
      what: 'a',
      unit: 'words',
      points: grown(
        (size) => size,
        (size) => size / 1000,
      ),
    };
    expect(rowOf(linear)).toEqual([
      'a',
      '1,000 / 4,000 / 16,000 / 64,000 words',
      '1000 / 4000 / 16000 / 64000',
      '1.00',
      '1.0 / 4.0 / 16 / 64',
      '1.00',
      '',
    ]);
    expect(rowOf(linear)).toHaveLength(GROWN_HEAD.length);
    const square = {
      ...linear,
      points: grown(
        (size) => size ** 1.5,
        () => 1,
      ),
    };
    expect(rowOf(square).at(-1)).toBe('worse than linear');
  });
});
