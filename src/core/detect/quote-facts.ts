import type { QuoteFacts } from './candidate.ts';
import { cueStrength } from './lexicon.ts';
import { lastInside } from './outline-sentences.ts';
import { together, type Syntax } from './syntax.ts';

const CAPITAL_START = /^[\s"“”„«»‘’'‚‹›「『([….]*[\p{Lu}\d]/u;
const WORD = /[\p{L}\p{N}][^\s]*/gu;
/** Words beyond this many make no difference. */
const COUNTED = 24;

function countWords(text: string, start: number, end: number): number {
  WORD.lastIndex = 0;
  const inside = text.slice(start, Math.min(end, start + COUNTED * 16));
  let n = 0;
  while (n < COUNTED && WORD.test(inside)) n++;
  return n;
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
  const capital = CAPITAL_START.test(o.doc.text.slice(start, start + 12));
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
