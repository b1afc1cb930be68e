import { surnames } from './model/surnames.ts';
import { decodeFilter, type WordFilter } from './model/word-filter.ts';

let filter: WordFilter | undefined;

/** Whether a folded word is a frequent surname (or, one time in a thousand, is taken for one). */
export function isSurname(fold: string): boolean {
  filter ??= decodeFilter(surnames);
  return filter.has(fold);
}
