import type { Json } from '#core/sync/sync-document.ts';

/** A record's part as plain JSON: a copy, without what is undefined. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The texts among these values. */
export function textsIn(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

/** The last time that is written with a year of four digits, and can be read again. */
const LAST = Date.UTC(10_000, 0) - 1;

/** ms since 1970 as ISO 8601, UTC; what is beyond the times that records have is the last of them. */
export function timeText(ms: number): string {
  return new Date(Math.min(LAST, Math.max(0, ms))).toISOString();
}

/** The rank by which the earliest of two times stands. */
export function earliestFirst(time: Json): number {
  return -timeOf(time);
}

/** The rank by which the latest of two times stands. */
export function latestFirst(time: Json): number {
  return timeOf(time);
}

/** ms since 1970; what is no time is at its beginning. */
function timeOf(time: Json): number {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? 0 : ms;
}
