/** What Unicode says of a character, one bit each: `\p{Lu}`, `\p{Ll}`, `\p{L}`, `\p{N}`. */
export const property = { upper: 1, lower: 2, letter: 4, number: 8 } as const;

const known = 128;

/** Bits of the units of the Basic Multilingual Plane, with `known`; filled as they are met. */
const table = new Uint8Array(0x10000);

/** Asks the expressions of Unicode's classes. To make one takes up to 5 ms at its first use, so that English text never should. */
function ask(point: number): number {
  // Quotation marks, dashes and blanks.
  if (point >= 0x2000 && point <= 0x206f) return 0;
  const char = String.fromCodePoint(point);
  if (!/[\p{L}\p{N}]/u.test(char)) return 0;
  if (/\p{N}/u.test(char)) return property.number;
  if (/\p{Ll}/u.test(char)) return property.letter | property.lower;
  return /\p{Lu}/u.test(char) ? property.letter | property.upper : property.letter;
}

/** The bits of `property` of a code point; 0 for what is no code point. */
export function propertiesOf(point: number): number {
  if (point < 128) {
    if (point >= 97 && point <= 122) return property.letter | property.lower;
    if (point >= 65 && point <= 90) return property.letter | property.upper;
    return point >= 48 && point <= 57 ? property.number : 0;
  }
  const kept = table[point];
  if (kept === undefined) return point > 0xffff ? ask(point) : 0;
  if (kept !== 0) return kept & ~known;
  const found = ask(point);
  table[point] = found | known;
  return found;
}

/** Whether a text begins with a character that has one of the properties. */
export function startsWith(text: string, bits: number): boolean {
  return (propertiesOf(text.codePointAt(0) ?? 0) & bits) !== 0;
}

/** Where the run of characters that have one of the properties ends, from the unit `from` on; `to` at most. */
export function endOf(text: string, from: number, to: number, bits: number): number {
  let at = from;
  while (at < to) {
    const point = text.codePointAt(at) ?? 0;
    if ((propertiesOf(point) & bits) === 0) break;
    at += point > 0xffff ? 2 : 1;
  }
  return Math.min(at, to);
}

/** Whether a character of `[from, to)` has one of the properties. */
export function holds(text: string, from: number, to: number, bits: number): boolean {
  for (let at = from; at < to; at++) {
    const point = text.codePointAt(at) ?? 0;
    if ((propertiesOf(point) & bits) !== 0) return true;
    if (point > 0xffff) at++;
  }
  return false;
}

/** Whether a unit is what `\s` matches. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code >= 0x2000 && code <= 0x3000)
    return (
      code <= 0x200a ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000
    );
  return code === 0xa0 || code === 0x1680 || code === 0xfeff;
}

/** A given name of two syllables as Korean and Chinese ones are written: `Eun-ji`. */
export function isTwoSyllables(word: string): boolean {
  const hyphen = word.indexOf('-');
  if (hyphen < 2 || !startsWith(word, property.upper)) return false;
  const second = word.charCodeAt(0) >= 0xd800 && word.charCodeAt(0) <= 0xdbff ? 2 : 1;
  return (
    second < hyphen &&
    endOf(word, second, hyphen, property.lower) === hyphen &&
    word.length > hyphen + 2 &&
    endOf(word, hyphen + 1, word.length, property.lower) === word.length
  );
}
