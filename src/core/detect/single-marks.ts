import type { RawPair } from './double-marks.ts';
import type { Span } from '#core/text.ts';
import { isDigit, isLetter, isSpace, isUpper } from './character.ts';
import { endOf, property, startsWith } from './letter-properties.ts';
import { closesByPunctuation, isMeasure, looksClosed, looksOpen } from './marks.ts';

/** Words that lose their first letters: the mark before them is an apostrophe. */
const CLIPPED = new Set(
  'em til till cause tis twas twere n bout round cos cuz fore neath nuff gainst'.split(' '),
);
const STOPS = new Set(['.', ',', '!', '?']);
const DECADE = /^\d\d(?:s|['’]s|(?!\d))/;
/** Words that lose their last letter: goin’, nothin’. */
const CLIPPED_END = /(?:in|\b(?:o|ol|th|an|rock ['’]n|n))$/i;
const letterOrNumber = property.letter | property.number;

/** Whether a text begins with a word that lost its first letters. */
function isClipped(next: string): boolean {
  return CLIPPED.has(next.slice(0, endOf(next, 0, next.length, letterOrNumber)).toLowerCase());
}

/** Whether a text ends with a word that lost its last letters. */
function endsClipped(text: string): boolean {
  const found = CLIPPED_END.exec(text)?.[0].toLowerCase();
  if (found === undefined) return false;
  return found !== 'in' || (text.length > 2 && startsWith(text.slice(-3), property.letter));
}

function opens(text: string, at: number, from: number, to: number): boolean {
  const mark = text[at];
  if (mark === '‹') return true;
  if (mark === '‚') return looksOpen(text, at, from, to);
  if (mark === '’' && !mistypedOpener(text, at, from, to)) return false;
  if (mark === '›' || !looksOpen(text, at, from, to)) return false;
  const next = text.slice(at + 1, at + 8);
  if (DECADE.test(next) || isClipped(next)) return false;
  return !/^[.,;:!?)]/.test(next);
}

/** Whether the mark at `at` closes after a blank, as beside another closing mark: `‘She sang “Alone,” ’`. */
function closesApart(text: string, at: number, from: number, to: number): boolean {
  if (at - 2 < from || !isSpace(text.charCodeAt(at - 1))) return false;
  if (at + 1 < to && !isSpace(text.charCodeAt(at + 1)) && !STOPS.has(text[at + 1] ?? '')) return false;
  return STOPS.has(text[at - 2] ?? '') || text[at - 2] === '”' || text[at - 2] === '"';
}

/** Whether a closing mark was typed for the opening one: at the start of a sentence, before a capital. */
function mistypedOpener(text: string, at: number, from: number, to: number): boolean {
  if (!looksOpen(text, at, from, to) || !isUpper(text.charCodeAt(at + 1))) return false;
  return at === from || (isSpace(text.charCodeAt(at - 1)) && STOPS.has(text[at - 2] ?? ''));
}

/** How surely the mark at `at` closes: 2 sure, 1 it may be the apostrophe of a plural (workers’) or of goin’, 0 no. */
function closes(text: string, at: number, from: number, to: number, open: string): 0 | 1 | 2 {
  const mark = text[at];
  if (mark === '‹' || mark === '‚') return 0;
  if (mark === '‘') return open === '‚' ? 2 : 0;
  if (mark === '›') return open === '‹' ? 2 : 0;
  if (open === '‹') return 0;
  // A blank left out after the stop: “… again!’Then she left”.
  if (mark === '’' && STOPS.has(text[at - 1] ?? '') && open === '‘') return 2;
  if (closesApart(text, at, from, to)) return 2;
  if (!looksClosed(text, at, from, to)) return 0;
  if (closesByPunctuation(text, at, to)) return 2;
  const before = text[at - 1] ?? '';
  const after = text.charCodeAt(at + 1);
  if ((before === 's' || before === 'S' || before === 'z' || before === 'x') && isSpace(after)) {
    // “…s’ said” and “…s’ and” close; “workers’ rights” may not.
    return 1;
  }
  return endsClipped(text.slice(Math.max(from, at - 8), at)) ? 1 : 2;
}

/** Whether the offset lies in one of the sorted spans; `cursor` remembers where the last search ended. */
function inside(spans: readonly Span[], at: number, cursor: { at: number }): boolean {
  let span = spans[cursor.at];
  while (span !== undefined && span.end <= at) span = spans[++cursor.at];
  return span !== undefined && span.start <= at;
}

/**
 * Pairs the single marks of the paragraph `[from, to)`, whose offsets are `marks`, telling closing marks from apostrophes.
 * Marks inside `masked` (sorted) are passed over. Linear: one pass, with a memory of the last doubtful closer.
 */
export function singlePairs(
  text: string,
  from: number,
  to: number,
  masked: readonly Span[],
  marks: readonly number[],
): RawPair[] {
  const pairs: RawPair[] = [];
  const cursor = { at: 0 };
  let start = -1;
  let doubtful = -1;
  const close = (end: number): void => {
    pairs.push({ start, end, limit: to });
    start = -1;
    doubtful = -1;
  };
  for (const at of marks) {
    if (isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1)) && at > from) continue;
    if (inside(masked, at, cursor)) continue;
    if (text[at] === "'" && isMeasure(text, at, start >= 0)) continue;
    if (start >= 0) {
      const open = text[start] ?? '';
      const sure = closes(text, at, from, to, open);
      if (sure === 2) {
        close(at + 1);
        continue;
      }
      if (sure === 1) {
        if (doubtful < 0) doubtful = at + 1;
        continue;
      }
    }
    if (!opens(text, at, from, to)) continue;
    if (start >= 0) {
      if (doubtful >= 0) close(doubtful);
      else if (text[at] === "'" || isDigit(text.charCodeAt(at + 1))) continue;
      else pairs.push({ start, end: -1, limit: at });
    }
    start = at;
    doubtful = -1;
  }
  if (start >= 0) {
    if (doubtful >= 0) close(doubtful);
    else pairs.push({ start, end: -1, limit: to });
  }
  return pairs;
}
