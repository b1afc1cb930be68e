import Papa from 'papaparse';
import { wholeCharacters } from './unicode.ts';

/**
 * What a spreadsheet would take for a formula, its full-width forms included, and what only looks like such a value made harmless: one
 * apostrophe before either is taken away again to get the words back. papaparse tests its own pattern without the following lines.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Rows as RFC 4180 has them, the last one ended as well. Formulas are made harmless by an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const whole = rows.map((row) => row.map(wholeCharacters));
  return `${Papa.unparse(whole, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
