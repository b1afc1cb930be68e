import { spellingKey } from './name-fold.ts';
import { wordAt, type NameText, type TaggedName } from './name-runs.ts';
import { wordSet } from './words.ts';

/** Prepositions before a place rather than a person. */
const placePrepositions = 'in near across throughout inside outside within';
/** What a country or a town has, and a person has not. */
const realmNouns =
  'government parliament president prime king queen army capital border borders economy leader foreign minister ministry constitution ' +
  'mayor population citizens airport streets fields farmers coast north south east west northern southern eastern western largest central';
/** What a listed firm has, and neither a person nor a place. */
const firmNouns = 'shares shareholders stock headquarters subsidiary customers chief';
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
      if (use === undefined) continue;
      const weight = thingUse(text, i);
      use.place += weight;
      if (weight === 0) use.other++;
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

/** How clearly the word at a token is used as a place or a firm: 0 not, 1 once, 3 as no person can be. */
function thingUse(text: NameText, i: number): number {
  const left = wordAt(text, i - 1);
  const right = wordAt(text, i + 1);
  if (right.lower === "'s") {
    const owned = wordAt(text, i + 2).lower;
    return wordSet(firmNouns).has(owned) ? 3 : wordSet(realmNouns).has(owned) ? 1 : 0;
  }
  return wordSet(placePrepositions).has(left.lower) && !right.capital ? 1 : 0;
}

const months = new Set(
  'january march april may june july august september october november december'.split(' '),
);
const dateWords = new Set(
  'in on since until by last next this early late mid from before after of'.split(' '),
);

/**
 * Whether a name of one word means no person in this very place: a town after `in`, a month beside a number, one half of the
 * name of a firm (`Pell & Hart`).
 */
export function meansThing(text: NameText, i: number): boolean {
  const word = wordAt(text, i);
  const left = wordAt(text, i - 1);
  const right = wordAt(text, i + 1);
  if (months.has(word.lower) && (right.number || (dateWords.has(left.lower) && !right.capital))) return true;
  if (right.word === '&' || left.word === '&') return true;
  if (!wordSet(placePrepositions).has(left.lower) || right.lower === "'s") return false;
  return word.place || (right.word === ',' && wordAt(text, i + 2).place && !wordAt(text, i + 3).capital);
}
