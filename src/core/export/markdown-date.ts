/** A day, and, where there is one, a time with its distance from UTC. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?/;

/**
 * A date as people read it: `5 January 2026`, `5. Januar 2026`. A time with an offset gives the day in UTC, one without gives the day
 * that is written. What is not an ISO 8601 date comes back as it was.
 * @param language a BCP 47 tag; English everywhere has the day first
 */
export function markdownDate(iso: string, language = 'en'): string {
  const [, year = '', month = '', day = '', time = ''] = ISO.exec(iso) ?? [];
  const date = new Date(`${year}-${month}-${day}${time}`);
  // `2026-02-30` is read as the second of March.
  const real = time !== '' || date.getUTCDate() === Number(day);
  if (Number.isNaN(date.getTime()) || !real) return iso;
  return formatOf(language).format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(/^en\b/i.test(language) ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  formats.set(language, format);
  return format;
}
