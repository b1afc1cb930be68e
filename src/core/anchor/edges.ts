import type { Span } from '#core/text.ts';
import type { Candidate } from './candidate.ts';
import type { Side } from './context.ts';
import { IGNORED, SEPARATOR, APOSTROPHE, kindAt } from './fold.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/**
 * The text of a candidate: its words, the words put in for lost ones at its ends, and the punctuation that the
 * passage began and ended with, where it still stands.
 */
export function spanOfCandidate(index: TextIndex, pattern: Pattern, candidate: Candidate): Span {
  const lastWord = pattern.words.length - 1;
  const lostBefore = candidate.firstWord;
  const lostAfter = lastWord - candidate.lastWord;
  const first = candidate.first - wordsUpTo(index, pattern.before, candidate.first - 1, -1, lostBefore);
  const last = candidate.end - 1 + wordsUpTo(index, pattern.after, candidate.end, 1, lostAfter);
  let start = index.starts[first] ?? 0;
  let end = index.ends[last] ?? start;
  if (lostBefore === 0) {
    if (pattern.cutStart > 0) start = Math.min(end - 1, start + pattern.cutStart);
    else start -= punctuationLength(index.text, start, pattern.lead, -1);
  }
  if (lostAfter === 0) {
    if (pattern.cutEnd > 0) end = Math.max(start + 1, end - pattern.cutEnd);
    else end += punctuationLength(index.text, end, pattern.trail, 1);
  }
  return { start, end };
}

/** How many tokens stand between the candidate and the saved context, when words at this end were replaced. */
function wordsUpTo(index: TextIndex, side: Side, at: number, direction: 1 | -1, lost: number): number {
  const [nearest, next] = side.numbers;
  if (lost === 0 || nearest === undefined) return 0;
  for (let gap = 0; gap <= lost + 1; gap++) {
    const i = at + direction * gap;
    if (index.tokens[i] !== nearest) continue;
    if (gap === 0 || next === undefined || index.tokens[i + direction] === next) return gap;
  }
  return 0;
}

const MARKS: readonly [RegExp, string][] = [
  [/["'‘’‚‛“”„‟«»‹›「」『』`´]/, '"'],
  [/[-‐‑‒–—―−]/, '-'],
  [/[.…]/, '.'],
];

const classOf = (char: string): string => MARKS.find(([pattern]) => pattern.test(char))?.[1] ?? char;

/**
 * How many UTF-16 units of punctuation beside a word belong to the passage: those that are of the same kind, in the
 * same order, as the passage's own. Spaces do not count, and any dashes or dots in a row are as good as one.
 */
function punctuationLength(text: string, at: number, saved: string, direction: 1 | -1): number {
  const wanted: string[] = [];
  const order = direction > 0 ? Array.from(saved) : Array.from(saved).reverse();
  for (const char of order) {
    const kind = classOf(char);
    if (!/\s/.test(char) && kindAt(char, 0) !== IGNORED && (wanted.at(-1) !== kind || !'-.'.includes(kind)))
      wanted.push(kind);
  }
  let length = 0;
  let previous = '';
  let next = 0;
  for (let step = 1; next <= wanted.length && step < 40; step++) {
    const offset = direction > 0 ? at + step - 1 : at - step;
    const char = text[offset];
    if (char === undefined || char === '\n') break;
    const unit = kindAt(text, offset);
    if (/\s/.test(char) || unit === IGNORED) continue;
    if (unit !== SEPARATOR && unit !== APOSTROPHE) break;
    const kind = classOf(char);
    if (kind === previous && '-.'.includes(kind)) length = step;
    else if (kind === wanted[next]) {
      next++;
      length = step;
      previous = kind;
    } else break;
  }
  return length;
}
