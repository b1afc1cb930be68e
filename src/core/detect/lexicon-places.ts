import { knownThings } from './lexicon-entities.ts';
import { places } from './model/places.ts';
import { decodeFilter, type WordFilter } from './model/word-filter.ts';

let filter: WordFilter | undefined;
let things: ReadonlySet<string> | undefined;

function isKnown(phrase: string): boolean {
  filter ??= decodeFilter(places);
  things ??= new Set(knownThings.split('|'));
  return filter.has(phrase) || things.has(phrase);
}

/** Whether a folded word alone is the name of a country, a region or a large town. */
export function isPlace(fold: string): boolean {
  return isKnown(fold);
}

/** The longest place or thing in the lists has so many words. */
const longest = 5;

/**
 * The number of words of the longest place of several words that starts with the given word; 0 when there is none.
 *
 * @param wordAt the folded words of the text from the first on, by their distance; empty past the end of the line
 */
export function placeLength(wordAt: (distance: number) => string): number {
  let phrase = wordAt(0);
  let found = 0;
  for (let length = 2; length <= longest; length++) {
    const next = wordAt(length - 1);
    if (next === '' || !/^[a-z]/.test(next)) break;
    phrase += ` ${next}`;
    if (isKnown(phrase)) found = length;
  }
  return found;
}
