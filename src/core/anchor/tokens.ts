import { finish, type Steps } from '#core/steps.ts';
import { APOSTROPHE, IGNORED, SINGLE, WORD, foldWord, kindAt } from './fold.ts';

/** The folded words of a text with the places where they stand. Parallel arrays: a page has tens of thousands. */
export interface Tokens {
  readonly words: readonly string[];
  /** UTF-16 offsets into the text, `[start, end)`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Number of the block that a token stands in, from 0; blocks are separated by line breaks. */
  readonly blocks: Int32Array;
}

/** So many UTF-16 units are a step. */
const STEP = 4096;

/** Cuts a text into folded words in one pass. Line breaks end a block; punctuation and spaces separate. */
export const tokenize = (text: string): Tokens => finish(tokenizeInSteps(text));

/** The same, for texts of which nobody knows how long they are. */
export function* tokenizeInSteps(text: string): Steps<Tokens> {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const blocks: number[] = [];
  let start = -1;
  let last = -1;
  let block = 0;
  const flush = (): void => {
    if (start < 0) return;
    push(start, last);
    start = -1;
  };
  const push = (from: number, to: number): void => {
    const word = foldWord(text.slice(from, to));
    if (word === '') return;
    words.push(word);
    starts.push(from);
    ends.push(to);
    blocks.push(block);
  };
  for (let i = 0; i < text.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const kind = kindAt(text, i);
    if (kind === WORD || (kind === APOSTROPHE && start >= 0 && last === i && kindAt(text, i + 1) === WORD)) {
      if (start < 0) start = i;
      last = i + 1;
    } else if (kind === IGNORED) {
      // Inside a word the run goes on; `last` moves so that an apostrophe after it still joins.
      if (start >= 0 && last === i) last = i + 1;
    } else if (kind === SINGLE) {
      flush();
      const code = text.charCodeAt(i);
      const pair = code >= 0xd800 && code <= 0xdbff && i + 1 < text.length ? 2 : 1;
      push(i, i + pair);
      i += pair - 1;
    } else {
      flush();
      if (text.charCodeAt(i) === 10) block++;
    }
  }
  flush();
  return {
    words,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    blocks: Int32Array.from(blocks),
  };
}

/** The first index of a sorted array whose value is at least `value`; its length when there is none. */
export function lowerBound(sorted: Int32Array, value: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
