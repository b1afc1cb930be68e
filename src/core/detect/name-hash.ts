import { propertiesOf, property } from './letter-properties.ts';

/** What FNV-1a starts from. */
export const hashStart = 0x811c9dc5;

/** Goes on with FNV-1a (Fowler, Noll and Vo) over the UTF-16 units of a word. */
export function hashOn(state: number, word: string): number {
  let hash = state;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes the state that `hashOn` gave: a signed 32-bit number. */
export function hashEnd(state: number): number {
  return state ^ (state >>> 15);
}

/** The hash of a word. The same in training and in use. */
export function hashWord(word: string): number {
  return hashEnd(hashOn(hashStart, word));
}

/** Combines two hashes into one; the order matters. */
export function mixHash(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/** What stands for a character in a shape. */
function kindOf(char: string): string {
  const bits = propertiesOf(char.codePointAt(0) ?? 0);
  if (bits === 0) return char;
  return (bits & property.upper) !== 0 ? 'X' : (bits & property.letter) !== 0 ? 'x' : 'd';
}

/** The shape of a word: runs of capitals `X` or `XX`, of small letters `x`, of digits `d`; other marks as they stand. */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of word) {
    const kind = kindOf(char);
    if (kind !== last) {
      shape += kind;
      last = kind;
      run = 0;
    } else if (++run === 1 && kind === 'X') shape += 'X';
    if (shape.length > 12) break;
  }
  return shape;
}
