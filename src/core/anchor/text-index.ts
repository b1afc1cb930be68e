import { wholeCharacters } from '#core/export/unicode.ts';
import { finish, type Steps } from '#core/steps.ts';
import type { Span } from '#core/text.ts';
import { lowerBound, tokenizeInSteps } from './tokens.ts';

/** A text made ready for describing and matching: its words as numbers, and where each word stands. Build once a page. */
export interface TextIndex {
  /** With U+FFFD for each half of a surrogate pair: messages make it of them, and a passage is to be found by either. */
  readonly text: string;
  /** Stretches of the text that stand beside the story, in order. */
  readonly asides: readonly Span[];
  /** Distinct folded words; a word's number is its place in this list. */
  readonly vocabulary: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** The text as word numbers, in order, with offsets and block numbers beside them. */
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly blocks: Int32Array;
  /** First and past-the-last token of each block that has any, by block number. */
  readonly blockBounds: ReadonlyMap<number, { readonly first: number; readonly end: number }>;
  /** Token positions of word n: `places[placeStarts[n]]` up to `places[placeStarts[n + 1]]`, ascending. */
  readonly places: Int32Array;
  readonly placeStarts: Int32Array;
}

/**
 * Indexes a text; linear in its length.
 * @param asides stretches that stand beside the story (pull quotes, teasers), in order, where the caller knows them: of two places with the
 * same words, the one in the story is then told from its copy
 */
export const buildIndex = (text: string, asides: readonly Span[] = []): TextIndex =>
  finish(indexInSteps(text, asides));

/** The same, for the pages of others: a megabyte takes a tenth of a second. */
export function* indexInSteps(given: string, asides: readonly Span[] = []): Steps<TextIndex> {
  const text = wholeCharacters(given);
  const { words, starts, ends, blocks } = yield* tokenizeInSteps(text);
  const { vocabulary, numbers, tokens } = yield* numberWords(words);
  const { places, placeStarts } = yield* sortPlaces(tokens, vocabulary.length);
  const blockBounds = yield* boundsOf(blocks);
  return {
    text,
    asides,
    vocabulary,
    numbers,
    tokens,
    starts,
    ends,
    blocks,
    blockBounds,
    places,
    placeStarts,
  };
}

/** So many tokens are a step. */
const STEP = 8192;
const endsStep = (i: number): boolean => i % STEP === STEP - 1;

function* numberWords(
  words: readonly string[],
): Steps<{ vocabulary: string[]; numbers: Map<string, number>; tokens: Int32Array }> {
  const numbers = new Map<string, number>();
  const vocabulary: string[] = [];
  const tokens = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    if (endsStep(i)) yield;
    const word = words[i] ?? '';
    let number = numbers.get(word);
    if (number === undefined) {
      number = vocabulary.length;
      numbers.set(word, number);
      vocabulary.push(word);
    }
    tokens[i] = number;
  }
  return { vocabulary, numbers, tokens };
}

/** A counting sort of the token positions by their words. */
function* sortPlaces(
  tokens: Int32Array,
  words: number,
): Steps<{ places: Int32Array; placeStarts: Int32Array }> {
  const placeStarts = new Int32Array(words + 1);
  for (const token of tokens) placeStarts[token + 1] = (placeStarts[token + 1] ?? 0) + 1;
  for (let n = 0; n < words; n++) placeStarts[n + 1] = (placeStarts[n + 1] ?? 0) + (placeStarts[n] ?? 0);
  yield;
  const cursor = placeStarts.slice();
  const places = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (endsStep(i)) yield;
    const token = tokens[i] ?? 0;
    const at = cursor[token] ?? 0;
    places[at] = i;
    cursor[token] = at + 1;
  }
  return { places, placeStarts };
}

function* boundsOf(blocks: Int32Array): Steps<Map<number, { first: number; end: number }>> {
  const bounds = new Map<number, { first: number; end: number }>();
  for (let i = 0; i < blocks.length; i++) {
    if (endsStep(i)) yield;
    const block = blocks[i] ?? 0;
    const known = bounds.get(block);
    if (known) known.end = i + 1;
    else bounds.set(block, { first: i, end: i + 1 });
  }
  return bounds;
}

/** How often a word stands in the text; 0 for a word number of -1 (not on this page). */
export function countOf(index: TextIndex, word: number): number {
  return word < 0 ? 0 : (index.placeStarts[word + 1] ?? 0) - (index.placeStarts[word] ?? 0);
}

/** Token positions of a word, ascending. */
export function placesOf(index: TextIndex, word: number): Int32Array {
  if (word < 0) return EMPTY;
  return index.places.subarray(index.placeStarts[word] ?? 0, index.placeStarts[word + 1] ?? 0);
}

const EMPTY = new Int32Array(0);

/** Whether a word stands at one of the token positions `[from, to)`. */
export function occursWithin(index: TextIndex, word: number, from: number, to: number): boolean {
  if (word < 0) return false;
  const end = index.placeStarts[word + 1] ?? 0;
  const at = lowerBound(index.places, from, index.placeStarts[word] ?? 0, end);
  return at < end && (index.places[at] ?? 0) < to;
}

/** Word numbers of folded words, -1 for those that are not on this page. */
export function numbersOf(index: TextIndex, words: readonly string[]): Int32Array {
  return Int32Array.from(words, (word) => index.numbers.get(word) ?? -1);
}

/** The tokens that a stretch of text touches, `[first, end)`; empty when first = end. */
export function tokensWithin(index: TextIndex, start: number, end: number): { first: number; end: number } {
  const first = lowerBound(index.ends, start + 1);
  return { first, end: Math.max(first, lowerBound(index.starts, end)) };
}

/** Whether a token stands in one of the stretches beside the story. */
export function isInAside(index: TextIndex, token: number): boolean {
  const at = index.starts[token] ?? -1;
  let low = 0;
  let high = index.asides.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.asides[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (index.asides[low]?.start ?? Infinity) <= at;
}
