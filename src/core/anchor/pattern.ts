import { sideOf, type Side } from './context.ts';
import type { ContextSelector, Selector, TextPositionSelector, TextQuoteSelector } from './selector.ts';
import { numbersOf, type TextIndex } from './text-index.ts';
import { tokenize, type Tokens } from './tokens.ts';
import { wordWeight } from './word-weight.ts';

/** A saved passage, read against the vocabulary of one page. */
export interface Pattern {
  readonly exact: string;
  readonly words: readonly string[];
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly weight: number;
  readonly before: Side;
  readonly after: Side;
  /** Word numbers of the rare words that stood near. */
  readonly near: Int32Array;
  /** What of the exact text stands outside its words: quotation marks, a full stop. */
  readonly lead: string;
  readonly trail: string;
  /** UTF-16 units of the first and last word that the passage leaves out, when it starts or ends inside a word. */
  readonly cutStart: number;
  readonly cutEnd: number;
  /** Index of each word that starts a new block within the passage, but the first. */
  readonly breaks: readonly number[];
  /** Null for selectors of other programs. */
  readonly context: ContextSelector | null;
  readonly position: TextPositionSelector | null;
}

/** How many of the saved words on each side the matcher reads. */
const MOST_SIDE = 16;
/** How many words on each side are saved of a place that is like the passage's own. */
export const RIVAL_WORDS = 8;

/** What a list of selectors says, or null when it has no TextQuoteSelector with a word in it. */
export function readPattern(selectors: readonly Selector[], index: TextIndex): Pattern | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote) return null;
  const context = selectors.find((selector) => selector.type === 'ContextSelector') ?? null;
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector') ?? null;
  const passage = passageOf(quote, context !== null || index.text.includes(seamOf(quote)));
  const { words } = passage;
  if (words.length === 0) return null;
  const numbers = numbersOf(index, words);
  const weights = Float64Array.from(words, (word, i) => wordWeight(index, numbers[i] ?? -1, word));
  const before = context ? split(context.before) : passage.before;
  const after = context ? split(context.after) : passage.after;
  return {
    ...passage,
    exact: quote.exact,
    numbers,
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    before: sideOf(index, before.slice(-MOST_SIDE).reverse()),
    after: sideOf(index, after.slice(0, MOST_SIDE)),
    near: numbersOf(index, split(context?.near ?? '')),
    context,
    position,
  };
}

/** Words that were saved as one text. */
export const split = (words: string): string[] => words.split(' ').filter((word) => word !== '');

/** A piece across the border of prefix and exact, to see whether the two were cut from one text without a gap. */
const seamOf = (quote: TextQuoteSelector): string => quote.prefix.slice(-12) + quote.exact.slice(0, 12);

interface PassageWords {
  words: readonly string[];
  before: readonly string[];
  after: readonly string[];
  lead: string;
  trail: string;
  cutStart: number;
  cutEnd: number;
  breaks: readonly number[];
}

/**
 * The words of `exact`, whole: those that it starts or ends within are completed from prefix and suffix.
 * @param seamless whether prefix, exact and suffix are known to be one unbroken text; programs that trim them exist.
 */
function passageOf(quote: TextQuoteSelector, seamless: boolean): PassageWords {
  const gap = seamless ? '' : ' ';
  const start = quote.prefix.length + gap.length;
  const end = start + quote.exact.length;
  const tokens = tokenize(quote.prefix + gap + quote.exact + gap + quote.suffix);
  let first = 0;
  while (first < tokens.words.length && (tokens.ends[first] ?? 0) <= start) first++;
  let last = first;
  while (last < tokens.words.length && (tokens.starts[last] ?? 0) < end) last++;
  const from = tokens.starts[first] ?? start;
  const to = tokens.ends[last - 1] ?? start;
  return {
    words: tokens.words.slice(first, last),
    // The outermost words of prefix and suffix may have been cut in two.
    before: tokens.words.slice(tokens.starts[0] === 0 ? 1 : 0, first),
    after: tokens.words.slice(
      last,
      lastIsCut(tokens, end + gap.length + quote.suffix.length) ? -1 : undefined,
    ),
    lead: quote.exact.slice(0, Math.max(0, from - start)),
    trail: quote.exact.slice(Math.max(0, to - start)),
    cutStart: Math.max(0, start - from),
    cutEnd: Math.max(0, to - end),
    breaks: breaksOf(tokens.blocks.subarray(first, last)),
  };
}

const lastIsCut = (tokens: Tokens, length: number): boolean =>
  tokens.ends[tokens.words.length - 1] === length;

function breaksOf(blocks: Int32Array): number[] {
  const breaks: number[] = [];
  for (let i = 1; i < blocks.length; i++) if (blocks[i] !== blocks[i - 1]) breaks.push(i);
  return breaks;
}
