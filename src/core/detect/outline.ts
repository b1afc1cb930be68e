import type { Document } from './document.ts';
import { tokenKind } from './document.ts';
import type { MarkedSpan } from './marks.ts';
import type { WordEntry } from './word-table.ts';

/**
 * The text with every quotation folded into one item: what a sentence says about its quotations, without what
 * they say themselves. Arrays are parallel, one entry an item.
 */
export interface Outline {
  readonly doc: Document;
  readonly quotes: readonly MarkedSpan[];
  readonly length: number;
  /** Token of the document, or -1 for a quotation. */
  readonly token: Int32Array;
  /** Quotation, or -1 for a token. */
  readonly quote: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What the item's form says by itself; a quotation has an entry of its own. */
  readonly entry: readonly WordEntry[];
  readonly lower: readonly string[];
  readonly capital: readonly boolean[];
  /** Bits of `lex`. */
  readonly bits: Int32Array;
  readonly paragraph: Int32Array;
  /** For each quotation the item that it is. */
  readonly itemOf: readonly number[];
}

/** Stands for a quotation: a mark that no list holds. */
const QUOTATION: WordEntry = {
  form: '"',
  lower: '"',
  kind: tokenKind.mark,
  capital: false,
  bits: 0,
  closed: null,
  open: 'Q',
  name: null,
  voice: 0,
  stops: false,
};

/** Folds the quotations (sorted, disjoint, each in one paragraph) of a document. Linear. */
export function outline(doc: Document, quotes: readonly MarkedSpan[]): Outline {
  const { tokens } = doc;
  const most = tokens.length + quotes.length;
  const token = new Int32Array(most);
  const quote = new Int32Array(most);
  const start = new Int32Array(most);
  const end = new Int32Array(most);
  const bits = new Int32Array(most);
  const paragraph = new Int32Array(most);
  const entry: WordEntry[] = [];
  const itemOf: number[] = [];
  let n = 0;
  let q = 0;
  for (let t = 0; t < tokens.length; t++) {
    const at = tokens.start[t] ?? 0;
    let next = quotes[q];
    if (next !== undefined && at >= next.start) {
      if (itemOf.length === q) {
        itemOf.push(n);
        token[n] = -1;
        quote[n] = q;
        start[n] = next.start;
        end[n] = next.end;
        paragraph[n] = next.paragraph;
        entry.push(QUOTATION);
        n++;
      }
      if (at < next.end) continue;
      next = quotes[++q];
      if (next !== undefined && at >= next.start) {
        t--;
        continue;
      }
    }
    const known = tokens.entry[t] ?? QUOTATION;
    token[n] = t;
    quote[n] = -1;
    start[n] = at;
    end[n] = tokens.end[t] ?? at;
    bits[n] = known.bits;
    paragraph[n] = tokens.paragraph[t] ?? 0;
    entry.push(known);
    n++;
  }
  // Quotations without a token of their own cannot be: every mark is a token. Kept total for broken input.
  while (itemOf.length < quotes.length) itemOf.push(n - 1);
  return {
    doc,
    quotes,
    length: n,
    token: token.subarray(0, n),
    quote: quote.subarray(0, n),
    start: start.subarray(0, n),
    end: end.subarray(0, n),
    entry,
    lower: entry.map((known) => known.lower),
    capital: entry.map((known) => known.capital),
    bits: bits.subarray(0, n),
    paragraph: paragraph.subarray(0, n),
    itemOf,
  };
}
