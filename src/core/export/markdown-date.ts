const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day, and, where there is one, a time with its distance from UTC. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?/;

/**
 * A date as people read it: `5 January 2026`. A time with an offset gives the day in UTC, one without gives the day
 * that is written. What is not an ISO 8601 date comes back as it was.
 */
export function markdownDate(iso: string): string {
  const [, year = '', month = '', day = '', time = ''] = ISO.exec(iso) ?? [];
  const date = new Date(`${year}-${month}-${day}${time}`);
  const name = months[date.getUTCMonth()];
  // `2026-02-30` is read as the second of March.
  const real = time !== '' || date.getUTCDate() === Number(day);
  if (name === undefined || !real) return iso;
  return `${date.getUTCDate()} ${name} ${date.getUTCFullYear()}`;
}
