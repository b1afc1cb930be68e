import { decodeFrontCoded } from './model/front-coded.ts';
import { commonWords, frequentWords } from './model/common-words.ts';

/** How common an English word is: 3 among the commonest four thousand, 2 among ten thousand, 0 not in the lists. */
export type WordTier = 0 | 2 | 3;

let table: Map<string, WordTier> | undefined;

function tiers(): Map<string, WordTier> {
  if (table === undefined) {
    table = new Map();
    for (const word of decodeFrontCoded(commonWords)) table.set(word, 2);
    for (const word of decodeFrontCoded(frequentWords)) table.set(word, 3);
  }
  return table;
}

/** Endings that inflection adds, and what to put in their place: the lists leave out what these derive. */
const endings = [
  ['s', ''], ['es', ''], ['ies', 'y'], ['ed', ''], ['ed', 'e'], ['ing', ''], ['ing', 'e'],
  ['ly', ''], ['er', ''], ['er', 'e'], ['ness', ''], ['ied', 'y'],
] as const; // prettier-ignore

/** The tier of a lower-case word, of its own or of the word that it is inflected from. */
export function wordTier(lower: string): WordTier {
  const own = tiers().get(lower);
  if (own !== undefined) return own;
  for (const [ending, other] of endings) {
    if (lower.length <= ending.length + 2 || !lower.endsWith(ending)) continue;
    const base = tiers().get(lower.slice(0, -ending.length) + other);
    if (base !== undefined) return base;
  }
  return 0;
}
