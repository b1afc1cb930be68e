import { hashWord, mixHash } from '#core/detect/name-hash.ts';

/**
 * A set of words as a Golomb-coded set (Putze, Sanders and Singler, 2009): the words' hashes in order, each as the Rice code of
 * its distance from the one before, 6 bits a character. About `bits` + 1.5 bits a word, half of what the
 * words themselves need compressed; one word in 2^bits that is not in the set is taken to be.
 */
export interface WordFilter {
  has(word: string): boolean;
  /** The same for a word of which only `hashWord` and the length are at hand. */
  hasHash(hash: number, length: number): boolean;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A hash below `range`. */
function place(hash: number, length: number, range: number): number {
  return Math.floor(((mixHash(hash, length + 1) >>> 0) / 4294967296) * range);
}

/** Writes a set of words as `count:bits:code`. */
export function encodeFilter(words: Iterable<string>, bits: number): string {
  const list = [...new Set(words)];
  const range = list.length * 2 ** bits;
  const places = [...new Set(list.map((word) => place(hashWord(word), word.length, range)))].sort((a, b) => a - b);
  let code = '';
  let buffer = 0;
  let filled = 0;
  const put = (bit: number): void => {
    buffer = buffer * 2 + bit;
    if (++filled < 6) return;
    code += alphabet.charAt(buffer);
    buffer = filled = 0;
  };
  let before = 0;
  for (const one of places) {
    const distance = one - before;
    before = one;
    for (let q = Math.floor(distance / 2 ** bits); q > 0; q--) put(1);
    put(0);
    for (let b = bits - 1; b >= 0; b--) put(Math.floor(distance / 2 ** b) % 2);
  }
  for (let padding = (6 - filled) % 6; padding > 0; padding--) put(1);
  return `${list.length}:${bits}:${code}`;
}

/** One bit for each rest of the places by its length, a power of two: most words are in no list, and are done after one look. */
function sketchOf(places: Int32Array): Int32Array {
  const sketch = new Int32Array(2 ** Math.ceil(Math.log2(places.length / 4 + 1)));
  const last = sketch.length - 1;
  for (let i = 0; i < places.length; i++) {
    const one = places[i] ?? 0;
    const word = (one >>> 5) & last;
    sketch[word] = (sketch[word] ?? 0) | (1 << (one & 31));
  }
  return sketch;
}

function inSketch(sketch: Int32Array, one: number): boolean {
  return ((sketch[(one >>> 5) & (sketch.length - 1)] ?? 0) & (1 << (one & 31))) !== 0;
}

/** Whether a number is in a sorted list. */
function inOrder(sorted: Int32Array, one: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < one) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === one;
}

/** A number shifted left by up to 32 bits. */
function shifted(buffer: number, by: number): number {
  return by > 31 ? 0 : buffer << by;
}

/** The value of each unit of the alphabet; 0 for others below 128. */
const sixes = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) sixes[alphabet.charCodeAt(i)] = i;

/** The places of a code, in order. Many bits are read at once: a bit at a time takes longer than all else of the first detection. */
function decodePlaces(code: string, bits: number): Int32Array {
  const places = new Int32Array(Math.ceil((code.length * 6) / (bits + 1)));
  let count = 0;
  let before = 0;
  /** Bits that are not yet used, the next one highest: the rest of the number is 0. */
  let buffer = 0;
  let filled = 0;
  let quotient = 0;
  let at = 0;
  for (;;) {
    while (filled <= 26 && at < code.length) {
      buffer |= (sixes[code.charCodeAt(at++)] ?? 0) << (26 - filled);
      filled += 6;
    }
    const ones = Math.min(Math.clz32(~buffer), filled);
    quotient += ones;
    buffer = shifted(buffer, ones);
    filled -= ones;
    // The quotient goes on in bits not read yet, or the padding at the end has begun.
    if (filled <= bits) {
      if (at < code.length) continue;
      break;
    }
    before += quotient * 2 ** bits + ((buffer << 1) >>> (31 - bits) >>> 1);
    buffer = shifted(buffer, bits + 1);
    filled -= bits + 1;
    quotient = 0;
    places[count++] = before;
  }
  return places.subarray(0, count);
}

/** Reads what `encodeFilter` wrote. Text that it did not write gives a set of something, without throwing. */
export function decodeFilter(text: string): WordFilter {
  const [count = '0', bitText = '0', code = ''] = text.split(':');
  const bits = Math.max(0, Math.min(16, Math.floor(Number(bitText)) || 0));
  const range = Number(count) * 2 ** bits;
  const places = decodePlaces(code, bits);
  const sketch = sketchOf(places);
  const hasHash = (hash: number, length: number): boolean => {
    const one = place(hash, length, range);
    return inSketch(sketch, one) && inOrder(places, one);
  };
  return { hasHash, has: (word) => hasHash(hashWord(word), word.length) };
}
