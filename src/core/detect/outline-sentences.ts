import { tokenKind } from './document.ts';
import { cueStrength, lex } from './lexicon.ts';
import type { Outline } from './outline.ts';

/** A sentence of the outline: items `[from, to)`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

export interface OutlineSentences {
  readonly list: readonly Clause[];
  /** For each item its sentence. */
  readonly of: Int32Array;
}

const STOP = /^[.!?…]+$/;

/** The last unit inside the marks of a quotation. */
export function lastInside(o: Outline, q: number): string {
  const span = o.quotes[q];
  if (!span) return '';
  let at = span.end - 1;
  while (at > span.start && /["“”„«»‘’'‚‹›」』\s\u00a0]/.test(o.doc.text[at] ?? '')) at--;
  return o.doc.text[at] ?? '';
}

/** How far after a quotation its announcement may have its verb, over an apposition. */
const ANNOUNCE_REACH = 24;

/** Whether what follows a quotation that ends with ! or ? is its announcement: `“Why?” Lee asked.` */
function announces(o: Outline, i: number, to: number): boolean {
  let comma = false;
  for (let k = i; k < Math.min(to, i + ANNOUNCE_REACH); k++) {
    if (o.quote[k] !== -1) return false;
    const word = o.lower[k] ?? '';
    const bits = o.bits[k] ?? 0;
    const strength = cueStrength(bits);
    const next = o.lower[k + 1] ?? '.';
    const last = k + 1 >= to || STOP.test(next) || next === ',';
    const past = word.endsWith('ed') || word.endsWith('s');
    if (!comma || o.lower[k - 1] === ',') {
      if (strength >= 2 || (strength === 1 && k > i && past) || (k > i && word.endsWith('ed') && last))
        return true;
      if (k > i && !comma && bits & (lex.auxiliary | lex.preposition | lex.conjunction)) return false;
    }
    if (word === ',') comma = true;
    if (/^[.!?;:]$/.test(word)) return false;
  }
  return false;
}

/** Whether a short sentence that only announces follows a full stop that should have been a comma: `“I won.” Lee said.` */
function announcesBriefly(o: Outline, i: number, to: number): boolean {
  for (let k = i + 1; k < Math.min(to, i + 5); k++) {
    if (o.quote[k] !== -1 || STOP.test(o.lower[k] ?? '') || (o.bits[k] ?? 0) & lex.auxiliary) return false;
    if (cueStrength(o.bits[k] ?? 0) < 2) continue;
    return k + 1 >= to || STOP.test(o.lower[k + 1] ?? '');
  }
  return false;
}

/** Whether words before the quotation lead up to it: `Lee said, “Why?”`. */
function introduced(o: Outline, i: number): boolean {
  const before = o.lower[i - 1];
  return o.paragraph[i - 1] === o.paragraph[i] && (before === ',' || before === ':') && o.quote[i - 2] === -1;
}

function breaksAfterQuote(o: Outline, i: number, to: number): boolean {
  const q = o.quote[i] ?? -1;
  const span = o.quotes[q];
  if (!span) return false;
  if (!span.closed) return true;
  const last = lastInside(o, q);
  const next = i + 1;
  const nextIsQuote = (o.quote[next] ?? -1) !== -1;
  const capital =
    o.capital[next] === true || nextIsQuote || o.doc.tokens.kind[o.token[next] ?? -1] === tokenKind.number;
  if (last === '.' || last === '…')
    return (capital || o.lower[next] === '(') && !announcesBriefly(o, next, to);
  if (last === '!' || last === '?')
    return nextIsQuote || (capital && (introduced(o, i) || !announces(o, next, to)));
  return false;
}

/**
 * Cuts the outline into sentences: those of the document, except that a quotation and the words that
 * announce it stay together and no sentence ends inside a quotation.
 */
export function outlineSentences(o: Outline): OutlineSentences {
  const list: Clause[] = [];
  const of = new Int32Array(o.length);
  const { tokens } = o.doc;
  let from = 0;
  while (from < o.length) {
    const paragraph = o.paragraph[from] ?? 0;
    let to = from;
    while (to < o.length && o.paragraph[to] === paragraph) to++;
    let first = from;
    for (let i = from; i < to; i++) {
      of[i] = list.length;
      let ends = i + 1 >= to;
      if (!ends) {
        if (o.quote[i] !== -1) ends = breaksAfterQuote(o, i, to);
        else if (o.quote[i + 1] !== -1) ends = STOP.test(o.lower[i] ?? '');
        else {
          const a = o.token[i] ?? 0;
          const b = o.token[i + 1] ?? 0;
          ends = tokens.sentence[a] !== tokens.sentence[b];
        }
      }
      if (ends) {
        list.push({ from: first, to: i + 1, paragraph });
        first = i + 1;
      }
    }
    from = to;
  }
  return { list, of };
}
