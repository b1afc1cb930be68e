import { partOf, probability, type Beliefs, type FirstPass } from './name-beliefs.ts';
import type { FeatureList } from './name-feature-list.ts';
import { mixHash } from './name-hash.ts';
import { wordAt, type NameRun, type NameText } from './name-runs.ts';

/** Features of the second pass are numbers below this. */
export const secondBits = 13;
const mask = (1 << secondBits) - 1;

function add(list: FeatureList, template: number, value: number): void {
  list.values[list.length++] = mixHash(template + 101, value) & mask;
}

/** A probability in one of eight classes, finer towards both ends. */
function step(p: number): number {
  return p < 0.02
    ? 0
    : p < 0.1
      ? 1
      : p < 0.3
        ? 2
        : p < 0.5
          ? 3
          : p < 0.7
            ? 4
            : p < 0.9
              ? 5
              : p < 0.98
                ? 6
                : 7;
}

/** The keys of a token's groups of features, filled anew for each token. */
export class SecondKeys {
  opinion = 0;
  elsewhere = 0;
  history = 0;
  spread = 0;
  word = 0;
  /** Of how many places of the word elsewhere the first pass thinks that they end, or begin, a name: up to 2. */
  surname = 0;
  given = 0;
}

/** Fills `keys` with what the first pass says of token i of a run, and of the same word elsewhere in the document. */
export function secondKeys(
  text: NameText,
  first: FirstPass,
  beliefs: Beliefs,
  run: NameRun,
  i: number,
  keys: SecondKeys,
): void {
  const word = wordAt(text, i);
  const belief = beliefs.get(word.key);
  const p = probability(first, i);
  const own = step(p);
  const part = partOf(first, i, run.to);
  const others = (belief?.count ?? 1) - 1;
  const mean = others > 0 && belief !== undefined ? step((belief.sum - p) / others) + 1 : 0;
  const highest =
    others > 0 && belief !== undefined ? step(p >= belief.high ? belief.second : belief.high) + 1 : 0;
  const surname = Math.min(2, (belief?.surname ?? 0) - (part === 'surname' ? 1 : 0));
  const given = Math.min(2, (belief?.given ?? 0) - (part === 'given' ? 1 : 0));
  const alone = Math.min(2, (belief?.alone ?? 0) - (part === 'alone' ? 1 : 0));
  const several = run.to - run.from > 1 ? 1 : 0;
  const other = Math.min(2, (belief?.other ?? 0) - (p < 0.3 && part === 'other' && several === 1 ? 1 : 0));
  keys.opinion = (step(first.begin[i] ?? 0) * 8 + step(first.inside[i] ?? 0)) * 8 + own;
  keys.elsewhere = ((mean * 9 + highest) * 8 + own) * 2 + several;
  keys.history = ((((surname * 3 + given) * 3 + alone) * 3 + other) * 8 + own) * 2 + several;
  keys.spread = ((Math.min(3, others) * 9 + mean) * 3 + surname) * 3 + other;
  keys.word = (own * 2 + several) * 4 + (word.gender === null ? 0 : 1) + (word.surname ? 2 : 0);
  keys.surname = surname;
  keys.given = given;
}

/** One more than the highest key of each group. */
export const secondCounts = {
  opinion: 8 * 8 * 8,
  elsewhere: 9 * 9 * 8 * 2,
  history: 81 * 8 * 2,
  spread: 4 * 9 * 3 * 3,
  word: 8 * 2 * 4,
} as const;

/** What the first pass thinks of a token itself. */
export function opinionFeatures(key: number, list: FeatureList): void {
  const inside = (key >> 3) & 7;
  const begin = key >> 6;
  add(list, 0, 0);
  add(list, 1, key & 7);
  add(list, 2, begin);
  add(list, 3, inside);
  add(list, 13, begin * 8 + inside);
}

/** What it thinks of the word elsewhere, on average and at most. */
export function elsewhereFeatures(key: number, list: FeatureList): void {
  const several = key & 1;
  const own = (key >> 1) & 7;
  const highest = (key >> 4) % 9;
  const mean = Math.floor((key >> 4) / 9);
  add(list, 4, mean);
  add(list, 5, highest);
  add(list, 6, mean * 8 + own);
  add(list, 10, highest * 2 + several);
}

/** As what part of names it saw the word elsewhere. */
export function historyFeatures(key: number, list: FeatureList): void {
  const several = key & 1;
  const own = (key >> 1) & 7;
  const history = key >> 4;
  add(list, 7, history);
  add(list, 8, history * 8 + own);
  add(list, 11, Math.floor(history / 27) * 2 + several);
}

/** How many other places there are, and how sure it is of them. */
export function spreadFeatures(key: number, list: FeatureList): void {
  const other = key % 3;
  const surname = Math.floor(key / 3) % 3;
  const mean = Math.floor(key / 9) % 9;
  add(list, 9, Math.floor(key / 81) * 10 + mean);
  add(list, 12, mean * 9 + surname * 3 + other);
}

/** The opinion beside what the lexicons say. */
export function lexiconFeatures(key: number, list: FeatureList): void {
  add(list, 14, key);
}

/** What the first pass says of the words beside a token in its run. */
export function besideFeatures(
  text: NameText,
  first: FirstPass,
  beliefs: Beliefs,
  run: NameRun,
  i: number,
  { surname, given }: SecondKeys,
  list: FeatureList,
): void {
  if (run.to - run.from === 1) return;
  const own = step(probability(first, i));
  if (i > run.from) {
    const before = beliefs.get(wordAt(text, i - 1).key);
    add(list, 15, step(probability(first, i - 1)) * 8 + own);
    add(list, 16, Math.min(2, before?.given ?? 0) * 3 + surname);
  }
  if (i + 1 < run.to) {
    const after = beliefs.get(wordAt(text, i + 1).key);
    add(list, 17, step(probability(first, i + 1)) * 8 + own);
    add(list, 18, given * 3 + Math.min(2, after?.surname ?? 0));
  }
}

const trainingKeys = new SecondKeys();

/** Fills `list` with all features of a token, for training; the tagger (name-score-second.ts) keeps the sums of the groups' weights. */
export function secondFeatures(
  text: NameText,
  first: FirstPass,
  beliefs: Beliefs,
  run: NameRun,
  i: number,
  list: FeatureList,
): void {
  const keys = trainingKeys;
  secondKeys(text, first, beliefs, run, i, keys);
  list.length = 0;
  opinionFeatures(keys.opinion, list);
  elsewhereFeatures(keys.elsewhere, list);
  historyFeatures(keys.history, list);
  spreadFeatures(keys.spread, list);
  lexiconFeatures(keys.word, list);
  besideFeatures(text, first, beliefs, run, i, keys, list);
}
