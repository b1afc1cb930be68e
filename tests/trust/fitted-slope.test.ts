import { describe, expect, it } from 'vitest';
import { fittedSlope } from './browsers/fitted-slope.ts';

/** By this the soak decides whether something leaks: `tests/trust/browsers/soak.test.ts`. */

const points = (values: readonly number[]) => values.map((value, index) => ({ at: index * 20, value }));

describe('the slope of a run of measurements', () => {
  it.each([
    { name: 'nothing', values: [], slope: 0 },
    { name: 'one', values: [5], slope: 0 },
    { name: 'a level line', values: [7, 7, 7, 7, 7], slope: 0 },
    { name: 'one leaked at each step', values: [100, 120, 140, 160, 180], slope: 1 },
    { name: 'a level line with two bursts', values: [7, 7, 900, 7, 7, 700, 7, 7, 7, 7], slope: 0 },
    { name: 'a leak with two bursts', values: [0, 20, 900, 60, 80, 700, 120, 140, 160, 180], slope: 1 },
    { name: 'what is freed', values: [80, 60, 40, 20], slope: -1 },
  ])('of $name is $slope', ({ values, slope }) => {
    expect(fittedSlope(points(values))).toBeCloseTo(slope, 9);
  });
});
