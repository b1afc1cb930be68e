/** The last time that `toISOString` writes with a year of four digits, and that can be read again, in ms since 1970. */
const LAST = Date.UTC(10_000, 0) - 1;

/**
 * The time of a change of what was changed before: `now`, or one millisecond after `before` where the clock is behind that. Never beyond
 * the year 9999, which a file may state: a record of a later time could not be read again.
 * @param before ISO 8601, UTC
 * @param now ms since 1970
 */
export function laterThan(before: string, now = 0): string {
  return new Date(Math.min(LAST, Math.max(now, Date.parse(before) + 1))).toISOString();
}
