/**
 * Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with its usual constants: rare words count more than
 * frequent ones, a second occurrence less than the first, and a word in a short text more than in a long one.
 */
const K1 = 1.2;
const B = 0.75;

/** How much a term counts of which `holders` of `documents` texts hold one. Above 0. */
export function rarity(documents: number, holders: number): number {
  return Math.log(1 + (Math.max(documents, holders) - holders + 0.5) / (holders + 0.5));
}

/** What `count` occurrences count in a text of about 2^`size` tokens, where a text has `average` tokens. */
export function frequencyWeight(count: number, size: number, average: number): number {
  const length = 1.5 * 2 ** size;
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / Math.max(1, average)));
}

/** What a match that is not the word itself is worth against one that is. */
export const PREFIX_WORTH = 0.6;
export const TYPO_WORTH = 0.3;
