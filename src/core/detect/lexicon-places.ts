import { decodeFrontCoded } from './model/front-coded.ts';
import { knownThings } from './lexicon-entities.ts';
import { places } from './model/places.ts';

let single: Set<string> | undefined;
/** Places of several words under their first word. */
let several: Map<string, string[][]> | undefined;

function load(): void {
  if (single !== undefined) return;
  single = new Set();
  several = new Map();
  for (const place of [...decodeFrontCoded(places), ...knownThings.split('|')]) {
    const words = place.split(' ');
    const [first] = words;
    if (first === undefined) continue;
    if (words.length === 1) single.add(first);
    else {
      const list = several.get(first);
      if (list === undefined) several.set(first, [words]);
      else list.push(words);
    }
  }
}

/** Whether a folded word alone is the name of a country, a region or a large town. */
export function isPlace(fold: string): boolean {
  load();
  return single?.has(fold) === true;
}

/**
 * The number of words of the longest place of several words that starts with the given word; 0 when there is none.
 *
 * @param wordAt the folded words of the text from the first on, by their distance
 */
export function placeLength(wordAt: (distance: number) => string): number {
  load();
  let longest = 0;
  for (const words of several?.get(wordAt(0)) ?? []) {
    if (words.length > longest && words.every((word, i) => wordAt(i) === word)) longest = words.length;
  }
  return longest;
}
