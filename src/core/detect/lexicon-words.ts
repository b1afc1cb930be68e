import { hashFrontCoded } from './model/front-coded.ts';
import { commonWords, frequentWords } from './model/common-words.ts';
import { hashWord } from './name-hash.ts';

/** How common an English word is: 3 among the commonest four thousand, 2 among ten thousand, 0 not in the lists. */
export type WordTier = 0 | 2 | 3;

/** Slots of the table, a power of two: twice the words of both lists at the least. */
const slots = 1 << 15;

/**
 * The words' hashes with open addressing. The words themselves are not made: of a million words that are in no list, two or three have
 * the hash of one that is.
 */
interface TierTable {
  readonly hashes: Int32Array;
  readonly tiers: Uint8Array;
}

let table: TierTable | undefined;

/** The slot of a hash, or the free one where it belongs. */
function slotOf({ hashes, tiers }: TierTable, hash: number): number {
  let slot = hash & (slots - 1);
  while (tiers[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (slots - 1);
  return slot;
}

function makeTable(): TierTable {
  const made = { hashes: new Int32Array(slots), tiers: new Uint8Array(slots) };
  const put = (tier: WordTier) => (hash: number) => {
    const slot = slotOf(made, hash);
    made.hashes[slot] = hash;
    made.tiers[slot] = tier;
  };
  hashFrontCoded(commonWords, put(2));
  hashFrontCoded(frequentWords, put(3));
  return made;
}

function tierOf(word: string): WordTier {
  table ??= makeTable();
  const tier = table.tiers[slotOf(table, hashWord(word))];
  return tier === 3 ? 3 : tier === 2 ? 2 : 0;
}

/** Endings that inflection adds, and what to put in their place: the lists leave out what these derive. */
const endings = [
  ['s', ''], ['es', ''], ['ies', 'y'], ['ed', ''], ['ed', 'e'], ['ing', ''], ['ing', 'e'],
  ['ly', ''], ['er', ''], ['er', 'e'], ['ness', ''], ['ied', 'y'],
] as const; // prettier-ignore

/** The tier of a lower-case word, of its own or of the word that it is inflected from. */
export function wordTier(lower: string): WordTier {
  const own = tierOf(lower);
  if (own !== 0) return own;
  for (const [ending, other] of endings) {
    if (lower.length <= ending.length + 2 || !lower.endsWith(ending)) continue;
    const base = tierOf(lower.slice(0, -ending.length) + other);
    if (base !== 0) return base;
  }
  return 0;
}
