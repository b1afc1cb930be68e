import { countOf, placesOf, type TextIndex } from './text-index.ts';

/** Stop counting here: a text that repeats one word a million times must not make a list of a million places. */
const MOST_RUNS = 2000;
/** And stop comparing here, for the same reason. */
const MOST_STEPS = 5_000_000;

/**
 * The token positions at which a sequence of words stands in the text, ascending (at most 2,000). Looks only at the
 * places of the rarest word of the sequence.
 */
export function findRuns(index: TextIndex, words: Int32Array): number[] {
  let rarest = -1;
  let least = Infinity;
  for (let i = 0; i < words.length; i++) {
    const count = countOf(index, words[i] ?? -1);
    if (count === 0) return [];
    if (count < least) {
      least = count;
      rarest = i;
    }
  }
  if (rarest < 0) return [];
  const found: number[] = [];
  let steps = 0;
  for (const place of placesOf(index, words[rarest] ?? -1)) {
    const start = place - rarest;
    if (start < 0 || start + words.length > index.tokens.length) continue;
    let same = 0;
    while (same < words.length && index.tokens[start + same] === words[same]) same++;
    if (same === words.length && found.push(start) >= MOST_RUNS) break;
    steps += same;
    if (steps > MOST_STEPS) break;
  }
  return found;
}
