/** How many new rows fit into a frame, by what rows have cost so far. */
export interface RowPace {
  readonly rows: () => number;
  /** So many new rows took so long, in ms. */
  readonly note: (rows: number, ms: number) => void;
}

/** What one measurement counts against those before it: one slow row, which waited for memory, is not taken for all. */
const NEWEST = 0.4;

/**
 * A pace that a slow computer keeps as well as a quick one: at least one row a frame, and no more than the budget has room for.
 * @param budget ms of a frame
 * @param most rows a frame, however little they cost; so many are drawn before anything is known
 */
export function createRowPace(budget: number, most: number): RowPace {
  let each = budget / most;
  return {
    rows: () => Math.max(1, Math.min(most, Math.round(budget / each - 0.4))),
    note(rows, ms) {
      if (rows > 0) each += (Math.max(ms / rows, budget / most) - each) * NEWEST;
    },
  };
}
