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

/** The numbers of an outline while it is being made, one entry an item. */
type Columns = Readonly<Record<'token' | 'quote' | 'start' | 'end' | 'bits' | 'paragraph', Int32Array>>;

function columns(of: (name: keyof Columns) => Int32Array): Columns {
  return {
    token: of('token'),
    quote: of('quote'),
    start: of('start'),
    end: of('end'),
    bits: of('bits'),
    paragraph: of('paragraph'),
  };
}

/** Makes item `n` quotation `q`. */
function putQuotation(c: Columns, n: number, q: number, quotation: MarkedSpan): void {
  c.token[n] = -1;
  c.quote[n] = q;
  c.start[n] = quotation.start;
  c.end[n] = quotation.end;
  c.paragraph[n] = quotation.paragraph;
}

/** Makes item `n` token `t`. @returns what its form says */
function putToken(c: Columns, n: number, { tokens }: Document, t: number): WordEntry {
  const known = tokens.entry[t] ?? QUOTATION;
  const start = tokens.start[t] ?? 0;
  c.token[n] = t;
  c.quote[n] = -1;
  c.start[n] = start;
  c.end[n] = tokens.end[t] ?? start;
  c.bits[n] = known.bits;
  c.paragraph[n] = tokens.paragraph[t] ?? 0;
  return known;
}

/** Folds the quotations (sorted, disjoint, each in one paragraph) of a document. Linear. */
export function outline(doc: Document, quotes: readonly MarkedSpan[]): Outline {
  const { tokens } = doc;
  const made = columns(() => new Int32Array(tokens.length + quotes.length));
  const entry: WordEntry[] = [];
  const itemOf: number[] = [];
  let q = 0;
  for (let t = 0; t < tokens.length; t++) {
    const at = tokens.start[t] ?? 0;
    let next = quotes[q];
    if (next !== undefined && at >= next.start) {
      if (itemOf.length === q) {
        itemOf.push(entry.length);
        putQuotation(made, entry.length, q, next);
        entry.push(QUOTATION);
      }
      if (at < next.end) continue;
      next = quotes[++q];
      if (next !== undefined && at >= next.start) {
        t--;
        continue;
      }
    }
    entry.push(putToken(made, entry.length, doc, t));
  }
  const { length } = entry;
  // Quotations without a token of their own cannot be: every mark is a token. Kept total for broken input.
  while (itemOf.length < quotes.length) itemOf.push(length - 1);
  return {
    doc,
    quotes,
    length,
    ...columns((name) => made[name].subarray(0, length)),
    entry,
    lower: entry.map((known) => known.lower),
    capital: entry.map((known) => known.capital),
    itemOf,
  };
}
