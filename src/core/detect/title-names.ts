import type { NameWord } from './name-words.ts';

/** Titles that are given names as often. */
const titleNames = new Set(['dean', 'duke', 'earl']);

/**
 * Makes the function that tells whether a title before a capitalised word is a given name: no first name follows (`Earl Charles
 * Spencer`), and the article nowhere writes the title in small letters, as it does of a real dean.
 */
export function givenNames(words: readonly NameWord[]): (i: number) => boolean {
  let small: ReadonlySet<string> | undefined;
  return (i) => {
    const word = words[i];
    if (word === undefined || !titleNames.has(word.lower) || words[i + 1]?.gender !== null) return false;
    if (words[i - 1]?.lower === 'the' || words[i + 2]?.lower === 'of') return false;
    small ??= new Set(words.flatMap((other) => (titleNames.has(other.word) ? [other.word] : [])));
    return !small.has(word.lower);
  };
}
