import type { Span } from '#core/text.ts';
import { rareWordsNear } from './context.ts';
import { findRuns } from './exact-runs.ts';
import type { ContextSelector, RivalContext, Selector } from './selector.ts';
import { buildIndex, tokensWithin, type TextIndex } from './text-index.ts';

const QUOTE_CONTEXT = 64;
const SIDE_WORDS = 16;
const RIVAL_WORDS = 8;
const MOST_RIVALS = 12;
/** Longer passages do not recur but by being copied whole, and then their rivals' contexts say nothing new. */
const LONGEST_WITH_RIVALS = 40;

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
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(charStart(text, start - QUOTE_CONTEXT), start),
      suffix: text.slice(end, charStart(text, end + QUOTE_CONTEXT)),
    },
    { type: 'TextPositionSelector', start, end },
    contextOf(index, start, end),
  ];
}

function contextOf(index: TextIndex, start: number, end: number): ContextSelector {
  const { first, end: past } = tokensWithin(index, start, end);
  const length = past - first;
  const runs = length > 0 ? findRuns(index, index.tokens.subarray(first, past)) : [];
  return {
    type: 'ContextSelector',
    version: 1,
    before: wordsAt(index, first - SIDE_WORDS, first),
    after: wordsAt(index, past, past + SIDE_WORDS),
    near: rareWordsNear(index, first, past).join(' '),
    startsBlock: index.blocks[first - 1] !== index.blocks[first],
    endsBlock: index.blocks[past - 1] !== index.blocks[past],
    position: Math.round((first / Math.max(1, index.tokens.length)) * 1e5) / 1e5,
    occurrences: Math.max(1, runs.length),
    rivals: length <= LONGEST_WITH_RIVALS ? rivalsOf(index, runs, first, length) : [],
  };
}

function rivalsOf(index: TextIndex, runs: readonly number[], own: number, length: number): RivalContext[] {
  return runs
    .filter((run) => run !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .slice(0, MOST_RIVALS)
    .map((run) => ({
      before: wordsAt(index, run - RIVAL_WORDS, run),
      after: wordsAt(index, run + length, run + length + RIVAL_WORDS),
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
