import { tokenKind, type Tokens } from './document.ts';
import type { Span } from '#core/text.ts';

/** Fewer words in common are chance. */
const FEWEST = 2;
/** Words compared at most; more make no difference. */
const COMPARED = 60;
/** Passages that begin with the same two words: so many are looked for at once, so that the search stays linear. */
const MOST_ALIKE = 4;

/** The first token that starts at or after an offset, by bisection. */
function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens of a span from token `first` on that are words or numbers, at most `most`. */
function wordsFrom(tokens: Tokens, first: number, end: number, most: number): number[] {
  const out: number[] = [];
  for (let t = first; t < tokens.length && out.length < most; t++) {
    if ((tokens.start[t] ?? 0) >= end) break;
    if (tokens.kind[t] !== tokenKind.mark) out.push(t);
  }
  return out;
}

/** What two words in a row are looked up by. */
function pairKey(tokens: Tokens, words: readonly number[]): string {
  return `${tokens.lower[words[0] ?? -1] ?? ''} ${tokens.lower[words[1] ?? -1] ?? ''}`;
}

/**
 * For each of `passages` the first of `holders` that has the same words in a row, whatever its marks and capitals, or
 * -1. The holders are sorted and disjoint. Linear: one pass over their words.
 */
export function holdersOf(tokens: Tokens, passages: readonly Span[], holders: readonly Span[]): number[] {
  const found = passages.map(() => -1);
  const wanted = new Map<string, { readonly index: number; readonly words: readonly number[] }[]>();
  passages.forEach((span, index) => {
    const words = wordsFrom(tokens, tokenAt(tokens, span.start), span.end, COMPARED);
    if (words.length < FEWEST) return;
    const key = pairKey(tokens, words);
    const alike = wanted.get(key);
    if (!alike) wanted.set(key, [{ index, words }]);
    else if (alike.length < MOST_ALIKE) alike.push({ index, words });
  });
  if (wanted.size === 0) return found;
  holders.forEach((span, holder) => {
    for (let t = tokenAt(tokens, span.start); (tokens.start[t] ?? span.end) < span.end; t++) {
      if (tokens.kind[t] === tokenKind.mark) continue;
      for (const { index, words } of wanted.get(pairKey(tokens, wordsFrom(tokens, t, span.end, 2))) ?? []) {
        if (found[index] !== -1) continue;
        const here = wordsFrom(tokens, t, span.end, words.length);
        if (words.every((w, n) => tokens.lower[w] === tokens.lower[here[n] ?? -1])) found[index] = holder;
      }
    }
  });
  return found;
}
