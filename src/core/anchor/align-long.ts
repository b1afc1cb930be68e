import type { Pair } from './align.ts';
import type { Pattern } from './pattern.ts';
import { countOf, placesOf, type TextIndex } from './text-index.ts';

/**
 * An alignment for passages of hundreds of words and more, where a table of words by tokens would be too large. After
 * the patience diff of Bram Cohen: words that stand once in the passage and once on the page are seeds, the longest
 * chain of them that keeps the order is taken, and each seed grows in both directions while the words are the same.
 * @returns pairs in order; empty when the passage has no such word
 */
export function alignLong(index: TextIndex, pattern: Pattern): Pair[] {
  const chain = longestChain(seedsOf(index, pattern));
  const pairs: Pair[] = [];
  let word = 0;
  let token = 0;
  const take = (length: number): void => {
    for (let k = 0; k < length; k++, word++, token++)
      pairs.push({ word, token, value: pattern.weights[word] ?? 0 });
  };
  const same = (w: number, t: number): boolean =>
    w < pattern.numbers.length && pattern.numbers[w] === index.tokens[t];
  for (const seed of chain) {
    if (seed.word < word || seed.token < token) continue;
    // Forward from the last pair, then backward from the seed, as far as neither meets the other.
    while (word < seed.word && token < seed.token && same(word, token)) take(1);
    let back = 0;
    while (
      seed.word - back > word &&
      seed.token - back > token &&
      same(seed.word - back - 1, seed.token - back - 1)
    )
      back++;
    word = seed.word - back;
    token = seed.token - back;
    take(back + 1);
  }
  while (chain.length > 0 && same(word, token)) take(1);
  return pairs;
}

interface Seed {
  readonly word: number;
  readonly token: number;
}

function seedsOf(index: TextIndex, { numbers }: Pattern): Seed[] {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  const seeds: Seed[] = [];
  numbers.forEach((number, word) => {
    if (times.get(number) !== 1 || countOf(index, number) !== 1) return;
    seeds.push({ word, token: placesOf(index, number)[0] ?? 0 });
  });
  return seeds;
}

/** The longest subsequence whose tokens ascend (patience sorting), given seeds in the order of their words. */
function longestChain(seeds: readonly Seed[]): Seed[] {
  const tops: number[] = [];
  const previous: number[] = [];
  seeds.forEach(({ token }, i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seeds[tops[middle] ?? 0]?.token ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tops[low - 1] ?? -1) : -1);
    tops[low] = i;
  });
  const chain: Seed[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const seed = seeds[i];
    if (seed) chain.push(seed);
  }
  return chain.reverse();
}
