/** Times in ms of `runs` calls, the first ones (warming up) left out. */
export function timesOf(work: () => unknown, runs: number, warmUp = 2): number[] {
  const times: number[] = [];
  for (let i = -warmUp; i < runs; i++) {
    const started = performance.now();
    work();
    if (i >= 0) times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

export function median(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/**
 * The exponent k of time ~ size^k: the slope of the least-squares line through the logarithms. 1 is linear.
 */
export function growthExponent(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map((point) => point.x));
  const y = mean(logs.map((point) => point.y));
  const above = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return above / logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}

/** A table with its columns aligned, as GitHub's Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
