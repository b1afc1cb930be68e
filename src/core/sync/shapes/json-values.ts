import type { Json } from '#core/sync/sync-document.ts';

/** A record's part as plain JSON: a copy, without what is undefined. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The texts among these values. */
export function textsIn(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
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
