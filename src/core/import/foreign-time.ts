import { instant } from '#core/guard-time.ts';

/** Later than this, a number of seconds since 1970 is one of milliseconds: the year 2286. */
const SECONDS = 10_000_000_000;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(?:,?(?: at)? (\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([ap])\.?m\.?)?)?`;
const ZONE = String.raw`(?: ?(z|utc|gmt|[+-]\d\d:?\d\d))?`;
const form = (day: string): RegExp => new RegExp(`^(?:[a-z]{3,9},? )?${day}${CLOCK}${ZONE}$`, 'i');

/** Each form of a day, and in which of its groups year, month and day stand. */
const FORMS: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [form(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`), 1, 2, 3],
  [form(String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4})`), 3, 2, 1],
  [form(String.raw`([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`), 3, 1, 2],
  [form(String.raw`(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})`), 3, 2, 1],
  // With strokes only where one of the two can be no month: 5/6 is a day in May to some, in June to others.
  [form(String.raw`(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})`), 3, 2, 1],
  [form(String.raw`(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})`), 3, 1, 2],
];

/**
 * A time as other tools write it: seconds or milliseconds since 1970; ISO 8601; `2024-05-01 10:20:30`; `2024/5/1`; `1.5.2024`;
 * `25/12/2024`; `May 1, 2024 10:20 AM`; `Wed, 01 May 2024 10:20:30 GMT`. Without an offset it is UTC. ISO 8601 in UTC, or null for
 * what is none or may be two days.
 */
export function foreignTime(value: unknown): string | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value.length > 100) return null;
  const text = value.trim().replaceAll(/\s+/g, ' ');
  if (/^\d{1,16}$/.test(text)) return fromNumber(Number(text));
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))? ?(Z|[+-]\d\d:?\d\d)?$/.exec(
    text,
  );
  if (iso !== null) return instantOf(`${iso[1] ?? ''}T${iso[2] ?? '00:00'}${offsetOf(iso[3])}`);
  for (const [pattern, ...places] of FORMS) {
    const found = pattern.exec(text);
    if (found !== null) return fromGroups(found, places);
  }
  return null;
}

function fromGroups(found: RegExpExecArray, places: readonly [number, number, number]): string | null {
  const [year = '', month = '', day = ''] = places.map((place) => found[place] ?? '');
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const [hour = '0', minute = '00', second = '00', half, zone] = found.slice(4);
  const late = half?.toLowerCase() === 'p';
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0);
  const two = (part: string | number): string => String(part).padStart(2, '0');
  const date = `${year}-${two(/^\d/.test(month) ? month : named)}-${two(day)}`;
  // Date.parse takes the 31st of February for the 3rd of March.
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return null;
  return instantOf(`${date}T${two(hours)}:${minute}:${second}${offsetOf(zone)}`);
}

/** An offset as ISO 8601 has it; UTC for a name of it, and for none. */
function offsetOf(zone: string | undefined): string {
  const [, hours, minutes] = /^([+-]\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes ?? '00'}`;
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
