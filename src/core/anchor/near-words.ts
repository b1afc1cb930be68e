import { isNearWord } from './near-word.ts';
import type { TextIndex } from './text-index.ts';

/** The words of one page by their ends, and what has been looked up so far: passages share most of their words. */
interface Neighbours {
  readonly byEnds: ReadonlyMap<string, readonly number[]>;
  readonly known: Map<string, Int32Array>;
}

const neighboursOf = new WeakMap<TextIndex, Neighbours>();

/** A slip spares at least one end of a word; in one of four letters it may be a swap in the middle. */
const endsOf = (word: string): string[] => {
  const ends = [`${word.slice(0, 2)}-`, `-${word.slice(-2)}`];
  return word.length < 6 ? [...ends, `${word[0] ?? ''}-${word.at(-1) ?? ''}`] : ends;
};

function collect({ vocabulary }: TextIndex): Neighbours {
  const byEnds = new Map<string, number[]>();
  vocabulary.forEach((word, number) => {
    if (word.length < 4) return;
    for (const end of endsOf(word)) {
      const list = byEnds.get(end);
      if (list) list.push(number);
      else byEnds.set(end, [number]);
    }
  });
  return { byEnds, known: new Map() };
}

/**
 * The numbers of the page's words that are this word with a slip of the pen (see `isNearWord`), but not the word
 * itself. Found by their first or last two letters, so a word that is wrong at both ends is not among them.
 */
export function nearWords(index: TextIndex, word: string): Int32Array {
  let neighbours = neighboursOf.get(index);
  if (!neighbours) {
    neighbours = collect(index);
    neighboursOf.set(index, neighbours);
  }
  const known = neighbours.known.get(word);
  if (known) return known;
  const found = new Set<number>();
  if (word.length >= 4) {
    for (const end of endsOf(word)) {
      for (const number of neighbours.byEnds.get(end) ?? []) {
        const other = index.vocabulary[number] ?? '';
        if (other !== word && !found.has(number) && isNearWord(word, other)) found.add(number);
      }
    }
  }
  const numbers = Int32Array.from(found);
  neighbours.known.set(word, numbers);
  return numbers;
}
