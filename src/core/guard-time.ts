import { accept, refuse, type Parser } from './guard.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DATE_LIKE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.{1,40})?)?)?$/;

/**
 * An instant in ISO 8601, with its offset. The answer is in UTC with milliseconds, so that instants can be compared as
 * strings.
 */
export const instant: Parser<string> = (value) => {
  if (typeof value !== 'string') return refuse('not-a-string');
  if (!INSTANT.test(value)) return refuse('not-allowed');
  const time = Date.parse(value);
  if (Number.isNaN(time)) return refuse('not-allowed');
  const text = new Date(time).toISOString();
  // An offset may carry the last day of the year 9999 over into a year of another shape.
  return text.length === 24 ? accept(text) : refuse('not-allowed');
};

/**
 * A date as a page gives it, kept as it stands ("2026-01-05" is not a midnight). What is not a date becomes null: a
 * newspaper's slip must not keep a reader from saving.
 */
export const pageDate: Parser<string | null> = (value) => {
  if (value === null) return accept(null);
  if (typeof value !== 'string') return refuse('not-a-string');
  return accept(DATE_LIKE.test(value) && !Number.isNaN(Date.parse(value)) ? value : null);
};
