/** The last time that `toISOString` writes with a year of four digits, and that can be read again, in ms since 1970. */
const LAST = Date.UTC(10_000, 0) - 1;

/**
 * The time of a change of what was changed before: `now`, or two milliseconds after `before` where the clock is behind that. Two, since among
 * several machines each write moves the time of a record on by one (`editedAt` in core/sync): so it stays the time that the editor was told.
 * Never beyond the year 9999, which a file may state: a record of a later time could not be read again.
 * @param before ISO 8601, UTC
 * @param now ms since 1970
 */
export function laterThan(before: string, now = 0): string {
  return new Date(Math.min(LAST, Math.max(now, Date.parse(before) + 2))).toISOString();
}
