import { knownThings } from './lexicon-entities.ts';
import { places } from './model/places.ts';
import { decodeFilter, type WordFilter } from './model/word-filter.ts';
import { hashEnd, hashOn, hashStart, hashWord } from './name-hash.ts';

let filter: WordFilter | undefined;
let things: ReadonlySet<number> | undefined;

function isKnown(hash: number, length: number): boolean {
  filter ??= decodeFilter(places);
  things ??= new Set(knownThings.split('|').map(hashWord));
  return filter.hasHash(hash, length) || things.has(hash);
}

/** Whether a folded word alone is the name of a country, a region or a large town. */
export function isPlace(fold: string): boolean {
  return isKnown(hashWord(fold), fold.length);
}

interface PlaceWord {
  readonly fold: string;
  readonly lowerCase: boolean;
}

/** Small words inside names of places. */
const small = new Set(
  'of de del da do la le el al and the in on am an der du des sur upon y e bin'.split(' '),
);

/** The longest place or thing in the lists has so many words. */
const longest = 5;

/**
 * The number of words of the longest place of several words that starts with the given word; 0 when there is none.
 *
 * @param words folded words of a text
 */
export function placeLength(words: readonly PlaceWord[], from: number): number {
  let hash = hashStart;
  let size = 0;
  let found = 0;
  for (let length = 1; length <= longest; length++) {
    const next = words[from + length - 1];
    const fold = next?.fold ?? '';
    if (next?.lowerCase === true && length > 1 && !small.has(fold)) break;
    const word = fold.includes('.') ? fold.replace('.', '') : fold;
    const unit = word.charCodeAt(0);
    if (length > 1 && !(unit >= 97 && unit <= 122)) break;
    hash = hashOn(length > 1 ? hashOn(hash, ' ') : hash, word);
    size += word.length + (length > 1 ? 1 : 0);
    if (length > 1 && isKnown(hashEnd(hash), size)) found = length;
  }
  return found;
}
