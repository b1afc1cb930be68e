import type { Span } from '#core/text.ts';
import { foldText } from './fold-text.ts';
import { isOneTypo, TYPO_LENGTH } from './one-typo.ts';
import { parseQuery } from './search-query.ts';

/** A word as it stands in a text, with the signs that a search does not see, such as soft hyphens. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** So much of a text is looked at, in UTF-16 code units, and so many places are told. */
const LENGTH = 100_000;
const PLACES = 1_000;

interface Word extends Span {
  readonly folded: string;
}

/** A row of words that a query asks for; the last one may go on unless the row stands between marks. */
interface Row {
  readonly words: readonly string[];
  readonly exact: boolean;
}

/**
 * Where a text holds what a query asks for, as the search finds it: whole words, their beginnings, “phrases”, and words with one typo
 * where nothing in this text fits better. Spans in UTF-16 code units, ascending, none touching another.
 */
export function matchSpans(text: string, query: string): readonly Span[] {
  const rows: readonly Row[] = parseQuery(query).map(({ tokens, exact }) => ({ words: tokens, exact }));
  if (rows.length === 0) return [];
  const words = wordsOf(text.slice(0, LENGTH));
  const found = rows.flatMap((row) =>
    row.words.some((word) => UNSPACED.test(word)) ? unspacedPlaces(words, text, row) : places(words, row),
  );
  return joined(found).slice(0, PLACES);
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: foldText(word),
  }));
}

function places(words: readonly Word[], row: Row): readonly Span[] {
  const strict = rowsThat(words, row, (word, wanted, isLast) =>
    isLast && !row.exact ? word.startsWith(wanted) : word === wanted,
  );
  if (strict.length > 0 || row.exact) return strict;
  return rowsThat(
    words,
    row,
    (word, wanted) => word === wanted || (wanted.length >= TYPO_LENGTH && isOneTypo(word, wanted)),
  );
}

type Fits = (word: string, wanted: string, isLast: boolean) => boolean;

function rowsThat(words: readonly Word[], { words: wanted }: Row, fits: Fits): readonly Span[] {
  const spans: Span[] = [];
  for (const [at, first] of words.entries()) {
    const last = words[at + wanted.length - 1];
    if (last === undefined) break;
    const isHere = wanted.every((word, i) =>
      fits(words[at + i]?.folded ?? '', word, i === wanted.length - 1),
    );
    if (isHere) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}

/** Scripts without spaces are searched by pairs of neighbours: the pairs joined again are what was typed. */
function unspacedPlaces(words: readonly Word[], text: string, { words: pairs }: Row): readonly Span[] {
  const typed = pairs.reduce((sum, pair) => {
    const last = Array.from(sum).at(-1);
    return last !== undefined && pair.startsWith(last) ? sum + pair.slice(last.length) : sum + pair;
  }, '');
  const spans: Span[] = [];
  for (const { start, end, folded } of words) {
    // Where folding has changed a length, places in the folded word are not places in the text: the whole word is told.
    const isSame = folded.length === text.slice(start, end).length;
    for (let at = folded.indexOf(typed); at !== -1; at = folded.indexOf(typed, at + typed.length))
      spans.push(isSame ? { start: start + at, end: start + at + typed.length } : { start, end });
  }
  return spans;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start > last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}
