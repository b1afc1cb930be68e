import { SINGLE, kindAt } from './fold.ts';
import { countOf, type TextIndex } from './text-index.ts';

/**
 * How much a word says about where it stands, 0 to 1: little when it is frequent on this page or very short.
 * Taken from the page itself instead of from lists of stop words, so that it works in any language.
 */
export function wordWeight(index: TextIndex, number: number, word: string): number {
  const count = countOf(index, number);
  const share = count / Math.max(200, index.tokens.length);
  if (count >= 4 && share >= 0.008) return 0.35;
  if (count >= 3 && share >= 0.004) return 0.6;
  if (kindAt(word, 0) === SINGLE) return 0.8;
  return word.length <= 2 && !/\d/.test(word) ? 0.4 : 1;
}
