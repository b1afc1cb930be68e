import type { QuotationRecord } from './annotation.ts';

/** A detected quotation of an article that was read. */
export interface ReadQuotation {
  readonly source: string;
  readonly title: string;
  readonly exact: string;
  /** Where it began in the article's text, in UTF-16 units. */
  readonly start: number;
  /** ISO 8601, UTC. */
  readonly seen: string;
  readonly quotation: QuotationRecord;
}

/** One that is kept because the reader has asked to keep all. */
export interface LedgerEntry extends ReadQuotation {
  /** Article, place and words: the same quotation is kept once. */
  readonly id: string;
}
