import { tokenKind, type Tokens } from './document.ts';
import type { Span } from '#core/text.ts';

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

/** The first token from `t` on that is a word or number and starts before offset `end`, or -1. */
function wordFrom(tokens: Tokens, t: number, end: number): number {
  for (let at = t; at < tokens.length && (tokens.start[at] ?? end) < end; at++)
    if (tokens.kind[at] !== tokenKind.mark) return at;
  return -1;
}

/** The words and numbers of a span, lower-cased, at most `COMPARED`. */
function wordsOf(tokens: Tokens, span: Span): string[] {
  const out: string[] = [];
  let t = wordFrom(tokens, tokenAt(tokens, span.start), span.end);
  for (; t >= 0 && out.length < COMPARED; t = wordFrom(tokens, t + 1, span.end))
    out.push(tokens.lower[t] ?? '');
  return out;
}

/** Whether the words from token `t` on are these. */
function isSame(tokens: Tokens, t: number, end: number, words: readonly string[]): boolean {
  let at = t;
  for (const word of words) {
    if (at < 0 || tokens.lower[at] !== word) return false;
    at = wordFrom(tokens, at + 1, end);
  }
  return true;
}

interface Passage {
  readonly index: number;
  readonly words: readonly string[];
}

/** Passages by their first word and their second. */
type Wanted = ReadonlyMap<string, ReadonlyMap<string, readonly Passage[]>>;

function passagesByStart(tokens: Tokens, passages: readonly Span[]): Wanted {
  const wanted = new Map<string, Map<string, Passage[]>>();
  passages.forEach((span, index) => {
    const words = wordsOf(tokens, span);
    const [first, second] = words;
    if (first === undefined || second === undefined) return;
    const bySecond = wanted.get(first) ?? new Map<string, Passage[]>();
    wanted.set(first, bySecond);
    const alike = bySecond.get(second);
    if (!alike) bySecond.set(second, [{ index, words }]);
    else if (alike.length < MOST_ALIKE) alike.push({ index, words });
  });
  return wanted;
}

/**
 * For each of `passages` the first of `holders` that has the same words in a row, whatever its marks and capitals, or
 * -1. The holders are sorted and disjoint. Linear: one pass over their words.
 */
export function holdersOf(tokens: Tokens, passages: readonly Span[], holders: readonly Span[]): number[] {
  const found = passages.map(() => -1);
  const wanted = passagesByStart(tokens, passages);
  if (wanted.size === 0) return found;
  holders.forEach((span, holder) => {
    for (let t = tokenAt(tokens, span.start); (tokens.start[t] ?? span.end) < span.end; t++) {
      if (tokens.kind[t] === tokenKind.mark) continue;
      const bySecond = wanted.get(tokens.lower[t] ?? '');
      if (bySecond === undefined) continue;
      const next = wordFrom(tokens, t + 1, span.end);
      for (const { index, words } of bySecond.get(tokens.lower[next] ?? '') ?? []) {
        if (found[index] === -1 && isSame(tokens, t, span.end, words)) found[index] = holder;
      }
    }
  });
  return found;
}
