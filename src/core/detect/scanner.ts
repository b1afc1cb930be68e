import { isAlphanumeric, isDigit, isLetter, isSpace, isUpper, unit, unitClass } from './character.ts';
import { tokenKind } from './document.ts';
import type { Language } from './languages/language.ts';
import { wordSet } from './words.ts';

/** Receives one token: its offsets and kind. */
export type TokenSink = (start: number, end: number, kind: number) => void;

const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm', 't']);
const FULL_STOP = 0x2e;

/** End of the run of letters and digits that starts at `from`; surrogate pairs are kept whole. */
function runEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to) {
    const code = text.charCodeAt(end);
    // Nearly every unit is a small letter of ASCII.
    if (!(code >= 0x61 && code <= 0x7a) && !isAlphanumeric(code)) break;
    end++;
  }
  return end;
}

/** Whether a full stop at `dot` after the word `[start, dot)` belongs to it, as in `Mr.`, `J.` and `U.S.`. */
function stopBelongs(text: string, start: number, dot: number, to: number, language: Language): boolean {
  const next = text.charCodeAt(dot + 1);
  if (dot - start === 1 && isUpper(text.charCodeAt(start))) {
    // `J. Smith`, `J.K.`; not `than I.` at the end of a paragraph, nor `Plan B. "…`
    if (dot + 1 >= to) return false;
    return isSpace(next)
      ? isUpper(text.charCodeAt(dot + 2)) && text[start] !== 'I'
      : isLetter(next) || next === 0x2c;
  }
  if (dot + 1 >= to) return false;
  return isSpace(next) && wordSet(language.abbreviations).has(text.slice(start, dot).toLowerCase());
}

/** End of a chain of initials that starts at `from` (`U.S.`, `J.K.`, `z.B.`), or `from` when there is none. */
function initialsEnd(text: string, from: number, to: number): number {
  let at = from;
  let count = 0;
  while (at + 1 < to && isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === FULL_STOP) {
    at += 2;
    count++;
  }
  // `U.S` at the end of a chain without its last stop is left to the plain word rule.
  return count >= 2 && !isAlphanumeric(text.charCodeAt(at)) ? at : from;
}

/** Scans a number with its separators: `1,200.5`, `9:30`, `40th`, `1990s`. */
function numberEnd(text: string, from: number, to: number): number {
  let at = runEnd(text, from, to);
  while (at + 1 < to && isDigit(text.charCodeAt(at + 1))) {
    const code = text.charCodeAt(at);
    if (code !== 0x2e && code !== 0x2c && code !== 0x3a) break;
    at = runEnd(text, at + 1, to);
  }
  return at;
}

/** Scans one word from `start`; gives it, and the clitics after it, to `emit`; returns where it ends. */
function scanWord(text: string, start: number, to: number, language: Language, emit: TokenSink): number {
  const initials = text.charCodeAt(start + 1) === FULL_STOP ? initialsEnd(text, start, to) : start;
  if (initials > start) {
    emit(start, initials, tokenKind.word);
    return initials;
  }
  let from = start;
  let at = runEnd(text, start, to);
  while (at + 1 < to) {
    const kind = unitClass(text.charCodeAt(at));
    const next = text.charCodeAt(at + 1);
    if (kind === unit.hyphen && isAlphanumeric(next)) {
      const part = runEnd(text, at + 1, to);
      if (language.enclitics !== '' && wordSet(language.enclitics).has(text.slice(at + 1, part))) {
        emit(from, text.slice(at - 2, at) === '-t' ? at - 2 : at, tokenKind.word);
        emit(at + 1, part, tokenKind.word);
        return part;
      }
      at = part;
      continue;
    }
    if (kind !== unit.apostrophe || !isLetter(next)) break;
    const tail = runEnd(text, at + 1, to);
    const after = text.slice(at + 1, tail).toLowerCase();
    const head = text.slice(from, at).toLowerCase();
    if (CLITICS.has(after) && !isAlphanumeric(text.charCodeAt(tail))) {
      const negation = after === 't' && head.endsWith('n') && head.length > 1;
      if (after !== 't' || negation) {
        const cut = negation ? at - 1 : at;
        if (cut > from) emit(from, cut, tokenKind.word);
        emit(cut, tail, tokenKind.word);
        return tail;
      }
    }
    const elided =
      wordSet(language.elisions).has(head) && (!isUpper(text.charCodeAt(from)) || !isUpper(next));
    if (elided) {
      emit(from, at + 1, tokenKind.word);
      from = at + 1;
    }
    at = tail;
  }
  if (text.charCodeAt(at) === FULL_STOP && stopBelongs(text, from, at, to, language)) at++;
  emit(from, at, tokenKind.word);
  return at;
}

/**
 * Cuts `[from, to)` of a text into words, numbers and marks, left to right, in linear time.
 * A run of dots, of hyphens or of one repeated mark is one token; blanks are none.
 */
export function scan(text: string, from: number, to: number, language: Language, emit: TokenSink): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = unitClass(code);
    if (kind === unit.space) {
      at++;
    } else if (kind === unit.lower || kind === unit.upper) {
      at = scanWord(text, at, to, language, emit);
    } else if (kind === unit.digit) {
      const end = numberEnd(text, at, to);
      const hyphened = unitClass(text.charCodeAt(end)) === unit.hyphen && isLetter(text.charCodeAt(end + 1));
      const stop = hyphened ? scanTail(text, end, to) : end;
      emit(at, stop, tokenKind.number);
      at = stop;
    } else {
      let end = at + 1;
      if (code === FULL_STOP || kind === unit.hyphen) while (end < to && text.charCodeAt(end) === code) end++;
      else if (code >= 0xd800 && code <= 0xdbff && end < to) {
        const low = text.charCodeAt(end);
        if (low >= 0xdc00 && low <= 0xdfff) end++;
      }
      emit(at, end, tokenKind.mark);
      at = end;
    }
  }
}

/** End of the hyphenated tail of a number: `30-day`, `59-year-old`. */
function scanTail(text: string, from: number, to: number): number {
  let at = from;
  while (
    at + 1 < to &&
    unitClass(text.charCodeAt(at)) === unit.hyphen &&
    isAlphanumeric(text.charCodeAt(at + 1))
  ) {
    at = runEnd(text, at + 1, to);
  }
  return at;
}
