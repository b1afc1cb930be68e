/** What a UTF-16 code unit is to the tokeniser. */
export type CharKind = 0 | 1 | 2 | 3 | 4;
export const SEPARATOR = 0;
export const WORD = 1;
/** A character that is a token by itself: scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese). */
export const SINGLE = 2;
/** Soft hyphens, zero-width characters and the like: as if they were not there. */
export const IGNORED = 3;
/** An apostrophe joins two letters and separates otherwise. */
export const APOSTROPHE = 4;

const SINGLES =
  /[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const IGNORABLES = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/;
const APOSTROPHES = /['’‘ʼ＇]/;
const WORDS = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;

/** 255 = not asked yet; filled as characters are met, since classifying all 65,536 would cost more than a page does. */
const kinds = new Uint8Array(65536).fill(255);

function classify(char: string): CharKind {
  if (IGNORABLES.test(char)) return IGNORED;
  if (APOSTROPHES.test(char)) return APOSTROPHE;
  if (SINGLES.test(char)) return SINGLE;
  const code = char.charCodeAt(0);
  // Surrogates D840 to D88F open the supplementary ideographs.
  if (code >= 0xd840 && code <= 0xd88f) return SINGLE;
  return code >= 0xd800 && code <= 0xdfff ? WORD : WORDS.test(char) ? WORD : SEPARATOR;
}

/** The kind of the code unit at an offset of a text; separator beyond its end. */
export function kindAt(text: string, offset: number): CharKind {
  const code = text.charCodeAt(offset);
  if (Number.isNaN(code)) return SEPARATOR;
  const known = kinds[code] ?? 255;
  if (known !== 255) return known as CharKind;
  const kind = classify(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

const ASCII = /^[\x00-\x7f]*$/;
const DROPPED = /[\p{M}\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/**
 * A word as the matcher compares it: compatibility forms and accents folded, lower case, one apostrophe, nothing
 * invisible. May be empty (a lone combining mark). Spaces never remain, so that folded words can be joined by spaces.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(/[’‘ʼ＇]/g, "'")
    .replace(/\s+/g, '')
    .toLowerCase();
}
