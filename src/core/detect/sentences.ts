import { isDigit, isLetter, isUpper } from './character.ts';
import { tokenKind } from './document.ts';
import type { Language } from './languages/language.ts';
import type { WordEntry } from './word-table.ts';
import { wordSet } from './words.ts';

const CLOSERS = '"”’\'»›)]}“‘」』';
const OPENERS = '"“‘\'«‹„‚([¿¡「『';

/** The part of the token arrays that sentence cutting reads. */
export interface TokenView {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly entry: readonly WordEntry[];
}

const formAt = (tokens: TokenView, i: number): string => tokens.entry[i]?.form ?? '';

/** Whether a sentence may begin with token `i`: a capital, a digit, an opening mark, or a letter without case. */
function canBegin(tokens: TokenView, text: string, i: number): boolean {
  const code = text.charCodeAt(tokens.start[i] ?? 0);
  if (isUpper(code) || isDigit(code)) return true;
  const word = formAt(tokens, i);
  if (OPENERS.includes(word)) return true;
  if (word === '–' || word === '—' || word === '@' || word === '#') return true;
  return isLetter(code) && word.toLowerCase() === word.toUpperCase();
}

/** Whether an abbreviation (`U.S.`, `Inc.`) at `i` also ends its sentence: the next word is one that begins sentences. */
function abbreviationEnds(tokens: TokenView, i: number, language: Language): boolean {
  const next = tokens.entry[i + 1];
  if (next === undefined || !next.capital || formAt(tokens, i).length <= 2) return false;
  return wordSet(language.starters).has(next.lower);
}

/**
 * Where the sentences of one paragraph begin, as token indices in `[from, to)`, the first being `from`.
 * A sentence ends at `.`, `!`, `?` or `…` (with closing marks after it) when what follows can begin one.
 */
export function sentenceStarts(
  tokens: TokenView,
  text: string,
  from: number,
  to: number,
  language: Language,
): number[] {
  const starts = from < to ? [from] : [];
  for (let i = from; i + 1 < to; i++) {
    const entry = tokens.entry[i];
    if (entry?.stops !== true) continue;
    if (entry.kind === tokenKind.mark) {
      let next = i + 1;
      // Closing marks that touch the stop belong to the sentence that it ends.
      while (
        next < to &&
        CLOSERS.includes(tokens.entry[next]?.form ?? '_') &&
        tokens.start[next] === tokens.end[next - 1]
      )
        next++;
      if (next >= to) break;
      if (entry.form === '.' && afterOrdinal(tokens, i, language)) continue;
      if (canBegin(tokens, text, next) && tokens.start[next] !== tokens.end[next - 1]) starts.push(next);
      i = next - 1;
    } else if (abbreviationEnds(tokens, i, language)) {
      starts.push(i + 1);
    }
  }
  return starts;
}

/** German writes ordinals with a stop: `am 5. August`, `der 3. Senat`. */
function afterOrdinal(tokens: TokenView, i: number, language: Language): boolean {
  if (!language.capitalNouns || tokens.entry[i - 1]?.kind !== tokenKind.number) return false;
  return tokens.end[i - 1] === tokens.start[i] && formAt(tokens, i - 1).length <= 2;
}
