/** Shorter words have too many neighbours for a typo to mean anything, in UTF-16 code units. */
export const TYPO_LENGTH = 4;

/**
 * Whether two words differ by one typo: one letter too many, too few or wrong, or two neighbours exchanged (Damerau's four, 1964).
 * Equal words do not differ. Linear in their length.
 */
export function isOneTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (a.length !== b.length) {
    const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
    return shorter.slice(start) === longer.slice(start + 1);
  }
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}

/**
 * Where in a dictionary the words with one typo stand. The typo lies in one half of the word, so the other half is whole: they begin
 * with `beginning`, or end with `ending`; two neighbours exchanged across the middle are listed themselves.
 */
export function typoPlaces(word: string): {
  readonly beginning: string;
  readonly ending: string;
  readonly exchanged: readonly string[];
} {
  const half = word.length >> 1;
  const exchanged: string[] = [];
  for (let i = 0; i + 1 < word.length; i++) {
    const swapped = word.slice(0, i) + (word[i + 1] ?? '') + (word[i] ?? '') + word.slice(i + 2);
    if (swapped !== word) exchanged.push(swapped);
  }
  return { beginning: word.slice(0, half), ending: word.slice(half), exchanged };
}
