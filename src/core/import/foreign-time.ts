import { instant } from '#core/guard-time.ts';

/** Later than this, a number of seconds since 1970 is one of milliseconds: the year 2286. */
const SECONDS = 10_000_000_000;

/**
 * A time as other tools write it: seconds or milliseconds since 1970, ISO 8601 with or without an offset, `2024-05-01 10:20:30`, or
 * words such as `May 1, 2024 10:20 AM`; without an offset it is UTC. ISO 8601 in UTC, or null.
 */
export function foreignTime(value: unknown): string | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value.length > 100) return null;
  const text = value.trim();
  if (/^\d{1,16}$/.test(text)) return fromNumber(Number(text));
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))? ?(Z|[+-]\d\d:?\d\d)?$/.exec(
    text,
  );
  if (iso !== null) return instantOf(`${iso[1] ?? ''}T${iso[2] ?? '00:00'}${iso[3] ?? 'Z'}`);
  if (!/^[A-Za-z]{3,9}\.? \d/.test(text)) return null;
  const time = Date.parse(/[+-]\d{4}$|UTC|GMT|Z$/.test(text) ? text : `${text} UTC`);
  return Number.isNaN(time) ? null : instantOf(new Date(time).toISOString());
}

function fromNumber(value: number): string | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  const time = value < SECONDS ? value * 1000 : value;
  return time > 8.64e15 ? null : instantOf(new Date(time).toISOString());
}

function instantOf(text: string): string | null {
  const parsed = instant(text);
  return parsed.ok ? parsed.value : null;
}
