import type { Span } from './text.ts';

/** How far from an end its word is looked for, in UTF-16 units: what is longer is no word that a reader would miss a part of. */
const reach = 80;

/** Scripts that write words without space between them, and Hangul, which writes a noun's particles on to it. */
const spaceless =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * A span with the rest of the words in which it begins and ends (Unicode Standard Annex 29): a pointer that was let go a letter too
 * early cuts no word. It never gets smaller, and gets no space and no quotation mark. It stays as it is where the cut was meant: inside
 * one word, at an apostrophe or another sign (the homme of "l'homme", the minister of "minister's"), and between letters of scripts
 * without space between words.
 * @param text what the span is of
 */
export function wholeWords(text: string, span: Span): Span {
  const first = wordAround(text, span.start);
  const last = wordAround(text, span.end);
  if (first !== null && first.end >= span.end) return span;
  if (last !== null && last.start <= span.start) return span;
  return { start: first?.start ?? span.start, end: last?.end ?? span.end };
}

/** The word that an offset cuts in two; null where it cuts none. */
function wordAround(text: string, offset: number): Span | null {
  if (!isInside(text.slice(Math.max(0, offset - 2), offset), text.slice(offset, offset + 2))) return null;
  const from = Math.max(0, offset - reach);
  const around = text.slice(from, offset + reach);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const found = segmenter.segment(around).containing(offset - from);
  if (found?.isWordLike !== true || found.index === offset - from) return null;
  const word = { start: from + found.index, end: from + found.index + found.segment.length };
  // It may go on where the look ends.
  if ((word.start === from && from > 0) || word.end === offset + reach) return null;
  return withoutMarks(text, word, offset);
}

/** Whether letters or digits stand on both sides, or a number's own sign on one: 3.5. */
function isInside(before: string, after: string): boolean {
  const [left, right] = [/.$/su.exec(before)?.[0] ?? '', /^./su.exec(after)?.[0] ?? ''];
  if (spaceless.test(left) || spaceless.test(right)) return false;
  if (/[.,]/.test(left)) return /\d[.,]$/.test(before) && /\d/.test(right);
  if (/[.,]/.test(right)) return /\d/.test(left) && /^[.,]\d/.test(after);
  return !/[\p{P}\p{S}\p{Z}\s]/u.test(left + right);
}

/**
 * Straight quotation marks between Hebrew letters are of the word for the standard, since its abbreviations have one before their last
 * letter. Any other opens or closes a quotation there.
 */
function withoutMarks(text: string, { start, end }: Span, offset: number): Span {
  const opening = text.lastIndexOf('"', offset - 1);
  const closing = text.indexOf('"', offset);
  return {
    start: opening >= start && opening < end - 2 ? opening + 1 : start,
    end: closing >= 0 && closing < end - 2 ? closing : end,
  };
}
