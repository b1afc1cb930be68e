import { finish, type Steps } from '#core/steps.ts';
import { isNearWord } from './near-word.ts';
import type { TextIndex } from './text-index.ts';

/** The words of one page by their ends, and what has been looked up so far: passages share most of their words. */
interface Neighbours {
  readonly byEnds: ReadonlyMap<number, readonly number[]>;
  readonly known: Map<string, Int32Array>;
}

const neighboursOf = new WeakMap<TextIndex, Neighbours>();

/** Three kinds of ends, told apart by their place in a number's range. */
const FIRST = 0;
const LAST = 2 ** 32;
const OUTER = 2 ** 33;

/** A slip spares at least one end of a word; in one of four or five letters it may be a swap in the middle. */
function endsOf(word: string): number[] {
  const pair = (a: number, b: number): number => word.charCodeAt(a) * 65536 + word.charCodeAt(b);
  const last = word.length - 1;
  const ends = [FIRST + pair(0, 1), LAST + pair(last - 1, last)];
  return word.length < 6 ? [...ends, OUTER + pair(0, last)] : ends;
}

/**
 * Whether a word can be another with a slip of the pen. Short ones are too like each other. A number that is another is another fact; and
 * of a page with a number in each sentence half the words would be near each other, so that the time grew with the square of its length.
 */
const canSlip = (word: string): boolean => word.length >= 4 && !/^\p{Nd}+$/u.test(word);

/** So many words of the page are a step; and so many comparisons, when near ones are looked for. */
const STEP = 256;

/** Makes ready what `nearWords` looks things up in, for pages of which nobody knows how many words they have. */
function* prepareNearWords(index: TextIndex): Steps<Neighbours> {
  const ready = neighboursOf.get(index);
  if (ready) return ready;
  const { vocabulary } = index;
  const byEnds = new Map<number, number[]>();
  for (let number = 0; number < vocabulary.length; number++) {
    if (number % STEP === STEP - 1) yield;
    const word = vocabulary[number] ?? '';
    if (!canSlip(word)) continue;
    for (const end of endsOf(word)) {
      const list = byEnds.get(end);
      if (list) list.push(number);
      else byEnds.set(end, [number]);
    }
  }
  const neighbours = { byEnds, known: new Map<string, Int32Array>() };
  neighboursOf.set(index, neighbours);
  return neighbours;
}

/**
 * Looks up the near words of a passage's words before they are asked for: of a word whose ends are those of half the page that takes a while.
 */
export function* prepareWords(index: TextIndex, words: readonly string[]): Steps<void> {
  const { known } = yield* prepareNearWords(index);
  for (const word of words) if (!known.has(word)) yield* lookUp(index, word);
}

/**
 * The numbers of the page's words that are this word with a slip of the pen (see `isNearWord`), but not the word
 * itself. Found by their first or last two letters, so a word that is wrong at both ends is not among them.
 */
export const nearWords = (index: TextIndex, word: string): Int32Array =>
  neighboursOf.get(index)?.known.get(word) ?? finish(lookUp(index, word));

function* lookUp(index: TextIndex, word: string): Steps<Int32Array> {
  const { byEnds, known } = yield* prepareNearWords(index);
  const found = new Set<number>();
  let compared = 0;
  if (canSlip(word)) {
    for (const end of endsOf(word)) {
      for (const number of byEnds.get(end) ?? []) {
        if (++compared % STEP === 0) yield;
        const other = index.vocabulary[number] ?? '';
        if (other !== word && !found.has(number) && isNearWord(word, other)) found.add(number);
      }
    }
  }
  const numbers = Int32Array.from(found);
  known.set(word, numbers);
  return numbers;
}
