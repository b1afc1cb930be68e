import type { Syntax } from './syntax.ts';

/** Quotation marks that belong to no pair. */
const STRAY = /^["“”'‘’«»]$/;

/** What stands between a cue and a quotation, in items of the outline. */
export interface Gap {
  /** Items that are neither quotations nor marks without a pair. */
  readonly items: number;
  readonly quotes: number;
}

/** Counts what stands in the items `[from, to)`. */
export function gapBetween(x: Syntax, from: number, to: number): Gap {
  let items = 0;
  let quotes = 0;
  for (let i = from; i < to; i++) {
    if (x.tags[i] === 'Q') quotes++;
    else if (x.tags[i] !== '.' || !STRAY.test(x.o.lower[i] ?? '')) items++;
  }
  return { items, quotes };
}
