/** Classes of UTF-16 units, as the tokeniser and the quotation scanner need them. */
export const unit = { other: 0, space: 1, lower: 2, upper: 3, digit: 4, apostrophe: 5, hyphen: 6 } as const;

const LETTER = /^\p{L}$/u;
const UPPER = /^[\p{Lu}\p{Lt}]$/u;
const MARK = /^\p{M}$/u;
const DIGIT = /^\p{Nd}$/u;
const SPACE = /^\s$/u;

/** One byte for each unit of the Basic Multilingual Plane; filled as units are met, 255 = not yet known. */
const table = new Uint8Array(0x10000).fill(255);

/** Zero-width and directional marks: they part nothing and are treated as blanks. */
function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code === 0xfeff;
}

function classify(code: number): number {
  // Surrogates: half of a letter or of an emoji; as a letter it keeps words of rare scripts whole.
  if (code >= 0xd800 && code <= 0xdfff) return unit.other;
  if (code === 0x27 || code === 0x2019) return unit.apostrophe;
  if (code === 0x2d || code === 0x2010 || code === 0x2011) return unit.hyphen;
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return unit.lower;
    if (code >= 0x41 && code <= 0x5a) return unit.upper;
    if (code >= 0x30 && code <= 0x39) return unit.digit;
    return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? unit.space : unit.other;
  }
  const char = String.fromCharCode(code);
  if (SPACE.test(char) || isInvisible(code)) return unit.space;
  // Marks, dashes: what Unicode says of letters need not be asked, which takes a while at first.
  if (code >= 0x2000 && code <= 0x206f) return unit.other;
  if (UPPER.test(char)) return unit.upper;
  if (LETTER.test(char) || MARK.test(char)) return unit.lower;
  if (DIGIT.test(char)) return unit.digit;
  return unit.other;
}

/** The class (a value of `unit`) of one UTF-16 code unit; `NaN` (past the end of a text) is a space. */
export function unitClass(code: number): number {
  const known = table[code];
  if (known === undefined) return unit.space;
  if (known !== 255) return known;
  const found = classify(code);
  table[code] = found;
  return found;
}

export function isSpace(code: number): boolean {
  return unitClass(code) === unit.space;
}

/** Letters, with combining marks. */
export function isLetter(code: number): boolean {
  const found = unitClass(code);
  return found === unit.lower || found === unit.upper;
}

export function isUpper(code: number): boolean {
  return unitClass(code) === unit.upper;
}

export function isDigit(code: number): boolean {
  return unitClass(code) === unit.digit;
}

export function isAlphanumeric(code: number): boolean {
  const found = unitClass(code);
  return found === unit.lower || found === unit.upper || found === unit.digit;
}
