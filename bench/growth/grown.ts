import { growthExponent } from '../measure.ts';

/** One thing at several sizes. */
export interface Grown {
  readonly what: string;
  readonly unit: string;
  readonly points: readonly {
    readonly size: number;
    /** Processor time. */
    readonly ms: number;
    /** What is held for the result, or by what answers. */
    readonly mb: number;
  }[];
}

/** Above this it is more than proportion, a logarithm and what a collector of garbage adds. */
const MOST = 1.2;
/** Less memory than this is not told apart from nothing, in MB. */
const LEAST_MB = 0.05;

/** A row of the table: the sizes, time and memory at each, their exponents, and whether one is worse than linear. */
export function rowOf({ what, unit, points }: Grown): readonly string[] {
  const { time, memory } = exponentsOf(points);
  const listed = (of: (point: Grown['points'][number]) => string): string => points.map(of).join(' / ');
  return [
    what,
    `${listed(({ size }) => size.toLocaleString('en'))} ${unit}`,
    listed(({ ms }) => rounded(ms)),
    time.toFixed(2),
    listed(({ mb }) => rounded(mb)),
    memory === null ? '–' : memory.toFixed(2),
    time > MOST || (memory ?? 0) > MOST ? 'worse than linear' : '',
  ];
}

export const GROWN_HEAD = ['', 'sizes', 'ms of processor', 'time ~ size^', 'MB', 'memory ~ size^', ''];

/** The exponents of time and of memory; null where the memory is too little at some size to be told. */
export function exponentsOf(points: Grown['points']): {
  readonly time: number;
  readonly memory: number | null;
} {
  const time = growthExponent(points);
  const isSmall = points.some(({ mb }) => mb < LEAST_MB);
  const memory = isSmall ? null : growthExponent(points.map(({ size, mb }) => ({ size, ms: mb })));
  return { time, memory };
}

const rounded = (value: number): string => value.toFixed(value < 10 ? (value < 1 ? 2 : 1) : 0);
