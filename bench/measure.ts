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

/** Milliseconds of processor time that the whole process has used, its helper threads (compiling, collecting garbage) included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * How long each contestant runs before anything counts, and in each turn, in ms of processor time. The compiler works on threads of its
 * own, which a busy machine lets wait: with less than this, hot code is not yet compiled.
 */
const warmUpTime = 4000;
const turnTime = 30;

/** Calls the work for so many ms of processor time, three times at the least; returns the ms of a call. */
export function runFor(work: () => unknown, most: number): number {
  const from = processorTime();
  let count = 0;
  let spent = 0;
  for (; spent < most || count < 3; spent = processorTime() - from, count++) work();
  return spent / count;
}

/**
 * Processor time in ms of one call of each work, once for each round: sorted, a list a work. The works take turns, so that what else
 * the machine does meets all alike, and each turn lasts about the same time. Each is warmed up for the same time.
 */
export function takeTurns(works: readonly (() => unknown)[], rounds: number): number[][] {
  for (const work of works) runFor(work, warmUpTime);
  const calls = works.map((work) => Math.max(1, Math.round(turnTime / runFor(work, warmUpTime / 10))));
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, i) => {
      const from = processorTime();
      const count = calls[i] ?? 1;
      for (let call = 0; call < count; call++) work();
      times[i]?.push((processorTime() - from) / count);
    });
  }
  return times.map((list) => list.toSorted((a, b) => a - b));
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

const NUMBER = /^(?:\d|–|none|$)/;

/** A table as GitHub's Markdown, with its columns aligned: those of numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((cell, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    return {
      width: Math.max(cell.length, ...cells.map(({ length }) => length)),
      isRight: i > 0 && cells.every((one) => NUMBER.test(one)),
    };
  });
  const line = (cells: readonly string[]): string => {
    const padded = columns.map(({ width, isRight }, i) =>
      isRight ? (cells[i] ?? '').padStart(width) : (cells[i] ?? '').padEnd(width),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = columns.map(({ width, isRight }) =>
    isRight ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2),
  );
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}
