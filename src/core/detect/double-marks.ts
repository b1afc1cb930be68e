import type { Span } from '#core/text.ts';
import { isMeasure, looksClosed, looksOpen } from './marks.ts';

/** What the whole text tells of its marks. */
export interface MarkStyle {
  /** Which guillemet opens: « in French, » in much German typesetting. */
  readonly guillemet: '«' | '»';
  /** Whether „ opens, so that “ closes. */
  readonly low: boolean;
}

/** One pair, or half of one: `start` or `end` is -1 where that mark is missing. `limit`: where an unclosed one must end. */
export interface RawPair {
  readonly start: number;
  readonly end: number;
  readonly limit: number;
}

/** Reads the style of the double marks, whose sorted offsets are `marks`, from all paragraphs. */
export function markStyle(text: string, paragraphs: readonly Span[], marks: readonly number[]): MarkStyle {
  let left = 0;
  let right = 0;
  let low = false;
  let p = 0;
  // The first guillemet of each paragraph counts.
  let counted = -1;
  for (const at of marks) {
    const mark = text[at];
    if (mark === '„') low = true;
    if (mark !== '«' && mark !== '»') continue;
    while ((paragraphs[p]?.end ?? Infinity) <= at) p++;
    if (counted === p) continue;
    counted = p;
    if (mark === '«') left++;
    else right++;
  }
  return { guillemet: right > left ? '»' : '«', low };
}

function opens(text: string, at: number, from: number, to: number, open: string, style: MarkStyle): boolean {
  const mark = text[at] ?? '';
  if (mark === '„' || mark === '‟' || mark === '「' || mark === '『') return true;
  if (mark === '」' || mark === '』') return false;
  if (mark === '«' || mark === '»') return mark === style.guillemet;
  const mayOpen = looksOpen(text, at, from, to);
  const mayClose = looksClosed(text, at, from, to);
  if (mark === '“') {
    if (open === '„' || (style.low && open !== '')) return false;
    return !(open !== '' && !mayOpen && mayClose);
  }
  if (mark === '”') return open === '' && mayOpen && !mayClose;
  if (open === '') return mayOpen || !mayClose;
  // A straight mark with room before it and a word after it, while one is open: the last was never closed.
  return open === '"' && mayOpen && !mayClose && text[at - 1] === ' ';
}

/**
 * Pairs the double marks of the paragraph `[from, to)`, whose offsets are `marks`, outermost pairs only, by shape where the shape tells
 * and by what stands on both sides where it does not. Linear; every mark is looked at once.
 */
export function doublePairs(
  text: string,
  from: number,
  to: number,
  style: MarkStyle,
  marks: readonly number[],
): RawPair[] {
  const stack: number[] = [];
  const pairs: RawPair[] = [];
  let inner: RawPair[] = [];
  for (const at of marks) {
    const top = stack[stack.length - 1];
    const open = top === undefined ? '' : (text[top] ?? '');
    if (text[at] === '"' && isMeasure(text, at, open !== '')) continue;
    if (opens(text, at, from, to, open, style)) {
      stack.push(at);
    } else if (top !== undefined) {
      stack.pop();
      const pair = { start: top, end: at + 1, limit: to };
      if (stack.length === 0) {
        pairs.push(pair);
        inner = [];
      } else inner.push(pair);
    } else pairs.push({ start: -1, end: at + 1, limit: to });
  }
  // In order as they are when every opener was closed.
  if (stack.length === 0) return pairs;
  // Openers that nothing closed: each ends before the next opener; pairs found inside them stand on their own.
  stack.forEach((start, i) => {
    const bounds = [stack[i + 1] ?? to, ...inner.filter((x) => x.start > start).map((x) => x.start)];
    pairs.push({ start, end: -1, limit: bounds.reduce((a, b) => Math.min(a, b), to) });
  });
  pairs.push(...inner.filter((x) => x.start > (stack[0] ?? 0)));
  return pairs.sort((a, b) => (a.start < 0 ? a.end : a.start) - (b.start < 0 ? b.end : b.start));
}
