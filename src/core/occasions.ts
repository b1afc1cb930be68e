/** When, where and how often a person was quoted. */
export interface Occasion {
  /** ISO 8601: an instant, a day, or a month. */
  readonly date: string;
  readonly outlet: string;
  readonly count: number;
}

export type PeriodUnit = 'day' | 'month' | 'year';

/** The times and places of a person's quotations, counted into a table: a row an outlet, a column a period. */
export interface OccasionTable {
  readonly unit: PeriodUnit;
  /** `2026-03-09`, `2026-03` or `2026`, by unit: without gaps, the oldest first. */
  readonly periods: readonly string[];
  /** The outlet with most comes first. */
  readonly rows: readonly {
    readonly outlet: string;
    readonly counts: readonly number[];
    readonly total: number;
  }[];
  /** How many quotations are of outlets beyond the last row. */
  readonly elsewhere: number;
  /** The largest count in the table. */
  readonly most: number;
}

const lengths: Readonly<Record<PeriodUnit, number>> = { day: 10, month: 7, year: 4 };
const day = 86_400_000;

export interface OccasionLimits {
  /** At most so many periods and outlets. */
  readonly columns?: number;
  readonly outlets?: number;
  /** The shortest period that the dates tell apart. */
  readonly finest?: 'day' | 'month';
}

/**
 * Counts occasions into periods (days, months or years: the shortest that needs no more than `columns`) and outlets (the `outlets`
 * with most). What is not a date is left out. Beyond so many years the oldest are left out.
 */
export function occasionTable(
  occasions: readonly Occasion[],
  { columns = 36, outlets = 6, finest = 'day' }: OccasionLimits = {},
): OccasionTable {
  const dated = occasions.flatMap(({ date, outlet, count }) => {
    const time = Date.parse(date);
    return Number.isNaN(time) ? [] : { time, outlet, count };
  });
  const times = dated.map(({ time }) => time);
  const from = times.reduce((a, b) => Math.min(a, b), Infinity);
  const to = times.reduce((a, b) => Math.max(a, b), -Infinity);
  if (dated.length === 0) return { unit: 'month', periods: [], rows: [], elsewhere: 0, most: 0 };

  const isShort = finest === 'day' && (to - from) / day < columns;
  const unit = isShort ? 'day' : monthIndex(to) - monthIndex(from) < columns ? 'month' : 'year';
  const periods = periodsBetween(from, to, unit).slice(-columns);
  const column = new Map(periods.map((period, index) => [period, index]));
  const byOutlet = new Map<string, number[]>();
  for (const { time, outlet, count } of dated) {
    const at = column.get(periodOf(time, unit));
    if (at === undefined) continue;
    let counts = byOutlet.get(outlet);
    if (counts === undefined) {
      counts = periods.map(() => 0);
      byOutlet.set(outlet, counts);
    }
    counts[at] = (counts[at] ?? 0) + count;
  }
  const all = [...byOutlet]
    .map(([outlet, counts]) => ({ outlet, counts, total: counts.reduce((a, b) => a + b, 0) }))
    .toSorted((a, b) => b.total - a.total || (a.outlet < b.outlet ? -1 : 1));
  const rows = all.slice(0, outlets);
  const elsewhere = all.slice(outlets).reduce((sum, { total }) => sum + total, 0);
  const most = rows.flatMap(({ counts }) => counts).reduce((a, b) => Math.max(a, b), 0);
  return { unit, periods, rows, elsewhere, most };
}

function periodOf(time: number, unit: PeriodUnit): string {
  return new Date(time).toISOString().slice(0, lengths[unit]);
}

function monthIndex(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function periodsBetween(from: number, to: number, unit: PeriodUnit): string[] {
  const start = new Date(from);
  const last = periodOf(to, unit);
  const periods: string[] = [];
  for (let step = 0; periods.at(-1) !== last; step += 1) {
    const at =
      unit === 'day'
        ? from + step * day
        : unit === 'month'
          ? Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + step)
          : Date.UTC(start.getUTCFullYear() + step, 0);
    periods.push(periodOf(at, unit));
    // Days are counted from a time of day, which may be past the last one's.
    if (at > to + 2 * day) break;
  }
  return periods;
}
