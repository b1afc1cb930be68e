import type { QuoteFacts } from './candidate.ts';
import { isBlank, propertiesOf, property, startsWith } from './letter-properties.ts';
import { cueStrength } from './lexicon.ts';
import { lastInside } from './outline-sentences.ts';
import { together, type Syntax } from './syntax.ts';

/** Marks that may stand before the first letter of a quotation. */
const OPENING = '"“”„«»‘’\'‚‹›「『([….';
/** Words beyond this many make no difference. */
const COUNTED = 24;

/** The words of `[start, end)`, each from its first letter or digit to the next blank, up to `COUNTED`. */
function countWords(text: string, start: number, end: number): number {
  const to = Math.min(end, start + COUNTED * 16);
  let n = 0;
  let at = start;
  while (at < to && n < COUNTED) {
    const point = text.codePointAt(at) ?? 0;
    at += point > 0xffff ? 2 : 1;
    if (at > to || (propertiesOf(point) & (property.letter | property.number)) === 0) continue;
    n++;
    while (at < to && !isBlank(text.charCodeAt(at))) at++;
  }
  return n;
}

/** Whether a quotation's words begin with a capital or a digit. */
function startsHigh(text: string, start: number): boolean {
  const to = Math.min(text.length, start + 12);
  let at = start;
  while (at < to && (isBlank(text.charCodeAt(at)) || OPENING.includes(text.charAt(at)))) at++;
  const code = text.charCodeAt(at);
  return at < to && ((code >= 0x30 && code <= 0x39) || startsWith(text.slice(at, to), property.upper));
}

/** Reads what the attribution needs to know of quotation `index`. */
export function quoteFacts(x: Syntax, index: number): QuoteFacts {
  const { o, s, tags } = x;
  const span = o.quotes[index];
  const item = o.itemOf[index] ?? 0;
  const start = span?.start ?? 0;
  const end = span?.end ?? 0;
  const sentence = s.of[item] ?? 0;
  const clause = s.list[sentence];
  const words = countWords(o.doc.text, start, end);
  const last = lastInside(o, index);
  const ending = last === ',' ? 'comma' : /[.!?…—–-]/.test(last) ? 'stop' : 'none';
  const capital = startsHigh(o.doc.text, start);
  const before = together(x, item - 1, item) ? tags[item - 1] : undefined;
  const introduced =
    before === undefined ||
    before === ',' ||
    before === ':' ||
    before === 'Q' ||
    (before === 'C' && clause?.from === item - 1) ||
    before === '-' ||
    before === '.' ||
    (before === 'V' && cueStrength(o.bits[item - 1] ?? 0) > 1);
  const alone = clause !== undefined && clause.from === item && clause.to - clause.from <= 2;
  const commaOutside = together(x, item, item + 1) && tags[item + 1] === ',';
  // What a transcript or a dialogue dash opens is all speech.
  const unmarked = span?.family === 'label' || span?.family === 'dash' || span?.family === 'block';
  const whole = words > 3 || ending !== 'none' || commaOutside;
  return {
    index,
    item,
    sentence,
    words,
    ending,
    direct: (capital && introduced && whole) || unmarked,
    alone,
  };
}
