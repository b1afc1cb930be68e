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
  readonly token: readonly number[];
  /** Quotation, or -1 for a token. */
  readonly quote: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** What the item's form says by itself; a quotation has an entry of its own. */
  readonly entry: readonly WordEntry[];
  readonly lower: readonly string[];
  readonly capital: readonly boolean[];
  /** Bits of `lex`. */
  readonly bits: readonly number[];
  readonly paragraph: readonly number[];
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
  const token: number[] = [];
  const quote: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const entry: WordEntry[] = [];
  const lower: string[] = [];
  const capital: boolean[] = [];
  const bits: number[] = [];
  const paragraph: number[] = [];
  const itemOf: number[] = [];
  let q = 0;
  for (let t = 0; t < tokens.length; t++) {
    const at = tokens.start[t] ?? 0;
    let next = quotes[q];
    if (next !== undefined && at >= next.start) {
      if (itemOf.length === q) {
        itemOf.push(token.length);
        token.push(-1);
        quote.push(q);
        start.push(next.start);
        end.push(next.end);
        entry.push(QUOTATION);
        lower.push('"');
        capital.push(false);
        bits.push(0);
        paragraph.push(next.paragraph);
      }
      if (at < next.end) continue;
      next = quotes[++q];
      if (next !== undefined && at >= next.start) {
        t--;
        continue;
      }
    }
    const known = tokens.entry[t] ?? QUOTATION;
    token.push(t);
    quote.push(-1);
    start.push(at);
    end.push(tokens.end[t] ?? at);
    entry.push(known);
    lower.push(known.lower);
    capital.push(known.capital);
    bits.push(known.bits);
    paragraph.push(tokens.paragraph[t] ?? 0);
  }
  // Quotations without a token of their own cannot be: every mark is a token. Kept total for broken input.
  while (itemOf.length < quotes.length) itemOf.push(token.length - 1);
  return {
    doc,
    quotes,
    length: token.length,
    token,
    quote,
    start,
    end,
    entry,
    lower,
    capital,
    bits,
    paragraph,
    itemOf,
  };
}
