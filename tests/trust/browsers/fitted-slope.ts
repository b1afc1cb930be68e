/** One measurement: a quantity after so many steps. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

const median = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/**
 * How much a quantity grows with each step: the median of the slopes between all pairs of measurements (Theil 1950, Sen 1968), which
 * a few that a late garbage collection has spoilt do not bend, as they do the line of least squares.
 * @returns 0 for fewer than two measurements
 */
export function fittedSlope(points: readonly Point[]): number {
  const slopes: number[] = [];
  for (const [index, { at, value }] of points.entries())
    for (const later of points.slice(index + 1))
      if (later.at !== at) slopes.push((later.value - value) / (later.at - at));
  return median(slopes.toSorted((a, b) => a - b));
}
