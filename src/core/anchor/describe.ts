import type { Span } from '#core/text.ts';
import { changedCandidates } from './candidate.ts';
import { rareWordsNear } from './context.ts';
import { fingerprint } from './fingerprint.ts';
import { findRuns } from './exact-runs.ts';
import { RIVAL_WORDS, readPattern } from './pattern.ts';
import type { ContextSelector, RivalContext, Selector, TextQuoteSelector } from './selector.ts';
import { buildIndex, isInAside, tokensWithin, type TextIndex } from './text-index.ts';

const QUOTE_CONTEXT = 64;
const SIDE_WORDS = 16;
const MOST_RIVALS = 12;
/** Longer passages are not compared with the rest of the page: they are made after no pattern. */
const LONGEST_COMPARED = 150;
/** Another place is like the passage when it has this share of its words. */
const SIMILAR = 0.5;

/**
 * What to save so that `match` finds the passage again: a TextQuoteSelector and a TextPositionSelector for everybody,
 * a ContextSelector for us.
 * @param text the page's normalised text; blocks separated by line breaks
 * @param span UTF-16 offsets into it; cut to the text when it reaches beyond
 * @param index of the same text, when there is one; else it is built
 */
export function describe(text: string, span: Span, index: TextIndex = buildIndex(text)): Selector[] {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  const quote: TextQuoteSelector = {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(charStart(text, start - QUOTE_CONTEXT), start),
    suffix: text.slice(end, charStart(text, end + QUOTE_CONTEXT)),
  };
  return [quote, { type: 'TextPositionSelector', start, end }, contextOf(index, quote, start, end)];
}

function contextOf(index: TextIndex, quote: TextQuoteSelector, start: number, end: number): ContextSelector {
  const { first, end: past } = tokensWithin(index, start, end);
  const length = past - first;
  const runs = length > 0 ? findRuns(index, index.tokens.subarray(first, past)) : [];
  const context = {
    type: 'ContextSelector',
    version: 1,
    before: wordsAt(index, first - SIDE_WORDS, first),
    after: wordsAt(index, past, past + SIDE_WORDS),
    near: rareWordsNear(index, first, past).join(' '),
    startsBlock: index.blocks[first - 1] !== index.blocks[first],
    endsBlock: index.blocks[past - 1] !== index.blocks[past],
    aside: isInAside(index, first),
    position: Math.round((first / Math.max(1, index.tokens.length)) * 1e5) / 1e5,
    occurrences: Math.max(1, runs.length),
    rivals: [],
  } as const;
  const places = [
    ...runs.map((run) => ({ first: run, end: run + length })),
    ...similarPlaces(index, quote, length),
  ];
  return { ...context, rivals: contextsOf(index, places, first, past) };
}

/** Places where much of the passage stands: corrected copies, sentences made after one pattern. */
function similarPlaces(index: TextIndex, quote: TextQuoteSelector, length: number): TokenSpan[] {
  if (length > LONGEST_COMPARED) return [];
  // Without its context, so that the words of the passage alone lead to the places.
  const pattern = readPattern([{ ...quote, prefix: '', suffix: '' }], index);
  if (!pattern) return [];
  return changedCandidates(index, pattern)
    .filter(({ kept }) => kept >= SIMILAR)
    .map(({ first, end }) => ({ first, end, wording: fingerprint(index, first, end) }));
}

interface TokenSpan {
  readonly first: number;
  readonly end: number;
  readonly wording?: string;
}

/** What stands around places other than the passage's own, nearest first. */
function contextsOf(
  index: TextIndex,
  places: readonly TokenSpan[],
  own: number,
  past: number,
): RivalContext[] {
  return places
    .filter(({ first, end }) => first >= past || end <= own)
    .sort((a, b) => Math.abs(a.first - own) - Math.abs(b.first - own))
    .slice(0, MOST_RIVALS)
    .map(({ first, end, wording = '' }) => ({
      wording,
      before: wordsAt(index, first - RIVAL_WORDS, first),
      after: wordsAt(index, end, end + RIVAL_WORDS),
    }));
}

function wordsAt(index: TextIndex, from: number, to: number): string {
  const words: string[] = [];
  for (const number of index.tokens.subarray(Math.max(0, from), Math.max(0, to)))
    words.push(index.vocabulary[number] ?? '');
  return words.join(' ');
}

/** An offset within the text that does not part a surrogate pair. */
function charStart(text: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), text.length);
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}
