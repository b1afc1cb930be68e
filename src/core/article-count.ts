import type { ArticleRecord } from './annotation.ts';

/** An article and how many passages are kept of it: what was only marked as not a quotation is not among them. */
export interface ArticleCount {
  readonly article: ArticleRecord;
  readonly count: number;
}
