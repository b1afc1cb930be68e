import { nearWords } from './near-words.ts';
import type { Pattern } from './pattern.ts';
import { placesOf, type TextIndex } from './text-index.ts';

/** Diagonals are counted in buckets of this many tokens, each with its neighbours. */
const BUCKET = 4;
/** Words that stand more often than this on the page do not vote. */
const TOO_FREQUENT = 60;
const CONTEXT_VOTE = 0.7;
/** What a word with a slip of the pen votes against the word itself. */
const NEAR_VOTE = 0.7;

/**
 * Where a passage may stand although its words have changed: the token positions of its first word for which most of
 * its rare words, and of the rare words around it, vote. Best first, at most `most`.
 */
export function findDiagonals(index: TextIndex, pattern: Pattern, most: number): number[] {
  const votes = new Map<number, number>();
  const vote = (number: number, offset: number, worth: number): void => {
    const places = placesOf(index, number);
    if (places.length === 0 || places.length > TOO_FREQUENT) return;
    const value = worth / Math.sqrt(places.length);
    for (const place of places) {
      const bucket = Math.floor((place - offset) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + value);
    }
  };
  const { numbers, words, weights, before, after } = pattern;
  for (let i = 0; i < numbers.length; i++) {
    const weight = weights[i] ?? 0;
    vote(numbers[i] ?? -1, i, weight);
    for (const near of nearWords(index, words[i] ?? '')) vote(near, i, weight * NEAR_VOTE);
  }
  for (let k = 0; k < before.numbers.length; k++) vote(before.numbers[k] ?? -1, -1 - k, CONTEXT_VOTE);
  for (let k = 0; k < after.numbers.length; k++)
    vote(after.numbers[k] ?? -1, numbers.length + k, CONTEXT_VOTE);
  const ranked = [...votes]
    .map(([bucket, value]) => ({
      bucket,
      value: value + (votes.get(bucket + 1) ?? 0) + (votes.get(bucket - 1) ?? 0),
    }))
    .sort((a, b) => b.value - a.value);
  const chosen: number[] = [];
  for (const { bucket } of ranked) {
    if (chosen.length >= most) break;
    if (!chosen.some((other) => Math.abs(other - bucket) < 3)) chosen.push(bucket);
  }
  return chosen.map((bucket) => bucket * BUCKET);
}
