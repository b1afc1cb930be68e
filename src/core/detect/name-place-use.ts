import { spellingKey } from './name-fold.ts';
import { wordAt, type NameText, type TaggedName } from './name-runs.ts';
import { wordSet } from './words.ts';

/** Prepositions before a place rather than a person. */
const placePrepositions = 'in near across throughout inside outside within';
/** What a country or a town has, and a person has not. */
const realmNouns =
  'government parliament president prime king queen army capital border borders economy leader foreign minister ministry constitution ' +
  'mayor population citizens airport streets fields farmers coast north south east west northern southern eastern western largest central';
/** Ways in which a name without entry in any list turns out to be a place; two such places outweigh the tagger's opinion. */
interface Use {
  place: number;
  other: number;
}

/**
 * The names of one word that this document uses only as places: `in Ruritania`, `Ruritania’s fields`, beside `Ruritanian`. Never
 * one that is part of a full name here. Keys are those of `NameWord`.
 */
export function usedAsPlaces(text: NameText, names: readonly TaggedName[]): ReadonlySet<string> {
  const uses = new Map<string, Use>();
  const demonyms = new Set<string>();
  const people = new Set<string>();
  for (const { from, to } of names) {
    const word = wordAt(text, from);
    const left = wordAt(text, from - 1);
    if (to - from > 1 || left.title || left.softTitle)
      for (let i = from; i < to; i++) people.add(wordAt(text, i).key);
    else if (!uses.has(word.key)) uses.set(word.key, { place: 0, other: 0 });
  }
  for (const { from, to } of text.runs) {
    for (let i = from; i < to; i++) {
      const word = wordAt(text, i);
      if (word.lower.endsWith('n')) demonyms.add(word.lower);
      const use = to - from === 1 ? uses.get(word.key) : undefined;
      if (use !== undefined) use[isPlaceUse(text, i) ? 'place' : 'other']++;
    }
  }
  const places = new Set<string>();
  for (const { from, to } of names) {
    const { key, lower, gender } = wordAt(text, from);
    const use = uses.get(key);
    if (to - from > 1 || use === undefined || people.has(key)) continue;
    const nation = /[aeo]$/.test(lower) && demonyms.has(`${lower}n`);
    const score = use.place + (nation ? 3 : 0) - (gender === null ? 0 : 2);
    if (score > 1 ? use.place * 3 + (nation ? 6 : 0) >= use.other : score > 0 && use.other <= 1) {
      places.add(key);
      if (nation) places.add(`${lower}n`.length > 5 ? spellingKey(`${lower}n`) : `${lower}n`);
    }
  }
  return places;
}

function isPlaceUse(text: NameText, i: number): boolean {
  const left = wordAt(text, i - 1);
  const right = wordAt(text, i + 1);
  if (right.lower === "'s") return wordSet(realmNouns).has(wordAt(text, i + 2).lower);
  return wordSet(placePrepositions).has(left.lower) && !right.capital;
}
