import { hashEnd, hashStart } from '#core/detect/name-hash.ts';

/**
 * Front coding: a sorted list in which every word is written as the number of leading characters that
 * it shares with the word before (one base-36 digit) and the rest. `0anna3e4tte` is anna, anne, annette... The
 * words themselves hold no digits.
 *
 * @returns the words in their order; an empty list for an empty string.
 */
export function decodeFrontCoded(coded: string): string[] {
  const words: string[] = [];
  let previous = '';
  let at = 0;
  while (at < coded.length) {
    const shared = Number.parseInt(coded.charAt(at), 36);
    let end = at + 1;
    while (end < coded.length && !isSharedLength(coded.charCodeAt(end))) end++;
    previous = previous.slice(0, shared) + coded.slice(at + 1, end);
    words.push(previous);
    at = end;
  }
  return words;
}

/**
 * Calls `put` with the hash (`hashWord`) of each word that `decodeFrontCoded` would give, without making the words: to make ten thousand
 * takes longer than to detect in an article.
 */
export function hashFrontCoded(coded: string, put: (hash: number) => void): void {
  /** The state of the hash after so many units of the word in hand. */
  const states = new Int32Array(256).fill(hashStart);
  let at = 0;
  while (at < coded.length) {
    let length = Math.max(0, sharedLength(coded.charCodeAt(at++)));
    let state = states[length] ?? hashStart;
    while (at < coded.length && !isSharedLength(coded.charCodeAt(at))) {
      state = Math.imul(state ^ coded.charCodeAt(at++), 0x01000193);
      states[++length] = state;
    }
    put(hashEnd(state));
  }
}

function sharedLength(unit: number): number {
  return unit < 58 ? unit - 48 : unit - 55;
}

/** The inverse of `decodeFrontCoded`; at most 9+26 shared characters are used. Sorts and drops repeats. */
export function encodeFrontCoded(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort();
  let previous = '';
  let coded = '';
  for (const word of sorted) {
    let shared = 0;
    while (shared < 35 && shared < word.length && word.charAt(shared) === previous.charAt(shared)) shared++;
    coded += shared.toString(36).toUpperCase() + word.slice(shared);
    previous = word;
  }
  return coded;
}

/** Digits and upper-case letters give lengths; the words are lower case. */
function isSharedLength(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
}
