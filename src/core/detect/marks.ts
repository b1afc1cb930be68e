import type { Span } from '#core/text.ts';
import { isAlphanumeric, isDigit, isSpace } from './character.ts';

/** A stretch of one paragraph between quotation marks, marks included. */
export interface MarkedSpan extends Span {
  readonly paragraph: number;
  /** Whether its closing mark was found. An unclosed one ends where its paragraph, or the next opener, lets it. */
  readonly closed: boolean;
  /** Whether the next paragraph carries it on, opening again without a mark having closed here. */
  readonly continues: boolean;
  readonly family: 'double' | 'single' | 'label' | 'dash' | 'block';
}

const OPEN_CONTEXT = '([{—–―-/…:;>“‘"\'«„‚‹|*•¿¡,';
const CLOSE_CONTEXT = '.,!?…—–;:)]}"”’\'»';

/** Whether what stands before an unpaired mark lets it open: a blank, a bracket, a dash, another mark, nothing. */
function opensAfter(text: string, at: number, from: number): boolean {
  if (at <= from) return true;
  const code = text.charCodeAt(at - 1);
  return isSpace(code) || OPEN_CONTEXT.includes(text[at - 1] ?? ' ');
}

/** Whether a mark at `at` looks like an opener: room before it, a word after it. */
export function looksOpen(text: string, at: number, from: number, to: number): boolean {
  return opensAfter(text, at, from) && at + 1 < to && !isSpace(text.charCodeAt(at + 1));
}

/** Whether a mark at `at` looks like a closer: a word or a stop before it, no word after it. */
export function looksClosed(text: string, at: number, from: number, to: number): boolean {
  if (at <= from || isSpace(text.charCodeAt(at - 1))) return false;
  return at + 1 >= to || !isAlphanumeric(text.charCodeAt(at + 1));
}

/** Whether punctuation stands on either side, as it does beside marks that close a quotation. */
export function closesByPunctuation(text: string, at: number, to: number): boolean {
  if (CLOSE_CONTEXT.includes(text[at - 1] ?? ' ')) return true;
  return at + 1 >= to || CLOSE_CONTEXT.includes(text[at + 1] ?? ' ');
}

/** Whether the straight mark at `at` counts inches or feet: 6'2", 12" (with no quotation open). */
export function isMeasure(text: string, at: number, open: boolean): boolean {
  if (!isDigit(text.charCodeAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - 6), at);
  if (/\d['’′]\s?\d{1,2}$/.test(before)) return true;
  if (text[at] === "'") return isDigit(text.charCodeAt(at + 1)) || text[at + 1] === ' ' ? !open : false;
  return !open;
}
