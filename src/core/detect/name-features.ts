import { formEvidence, type DocumentEvidence } from './name-evidence.ts';
import { personFeatures, personKey, useFeatures, useKey } from './name-evidence-features.ts';
import { mixHash } from './name-hash.ts';
import { begins, wordAt, type NameRun, type NameText } from './name-runs.ts';
import type { NameWord } from './name-words.ts';
import { leftContext, rightContext } from './name-context.ts';
import type { FeatureList } from './name-feature-list.ts';

/** What holds for all tokens of a run: computed once for each. */
export interface RunFacts {
  readonly run: NameRun;
  readonly left: number;
  readonly right: number;
  readonly organisation: boolean;
  readonly place: boolean;
  readonly firstName: boolean;
}

export function runFacts(text: NameText, run: NameRun): RunFacts {
  let organisation = false;
  let place = false;
  let firstName = false;
  for (let i = run.from; i < run.to; i++) {
    const word = wordAt(text, i);
    if (word.organisation) organisation = true;
    if (word.place || text.inPlace[i] === 1) place = true;
    if (word.gender !== null) firstName = true;
  }
  return {
    run,
    organisation,
    place,
    firstName,
    left: leftContext(text, run.from),
    right: rightContext(text, run.to),
  };
}

/** How well known a word is as a first name: 0 not, 1 a name only, 2 also a word, 3 also one of the commonest words. */
function nameClass(word: NameWord): number {
  return word.gender === null ? 0 : word.tier === 0 ? 1 : word.tier;
}

/** One number for what the lexicons say of a word. */
function lexiconClass(word: NameWord): number {
  return (
    nameClass(word) * 64 +
    (word.surname ? 32 : 0) +
    word.tier * 8 +
    (word.place ? 4 : 0) +
    (word.organisation ? 2 : 0) +
    (word.demonym ? 1 : 0)
  );
}

/**
 * Fills `list` with the features of the token `i` of a run, for training: all the groups below, one after the other. Each group
 * depends on few things, so that the tagger (name-score-first.ts) can keep the sums of its weights.
 */
export function tokenFeatures(
  text: NameText,
  evidence: DocumentEvidence,
  facts: RunFacts,
  i: number,
  list: FeatureList,
): void {
  const { run } = facts;
  const length = shortLength(run);
  list.length = 0;
  wordFeatures(wordAt(text, i), (text.begins[i] ?? 0) * 2 + (text.style[i] === 0 ? 0 : 1), list);
  beforeFeatures(wordAt(text, i - 1), 0, list);
  afterFeatures(wordAt(text, i + 1), 0, list);
  secondBeforeFeatures(wordAt(text, i - 2), 0, list);
  secondAfterFeatures(wordAt(text, i + 2), 0, list);
  neighbourFeatures(text, facts, i, list);
  leftFeatures(wordAt(text, run.from - 1), length, list);
  rightFeatures(wordAt(text, run.to), length, list);
  runFeatures(text, facts, list);
  placeFeatures(placeKey(facts, i), list);
  const form = formEvidence(evidence, wordAt(text, i));
  const before = i > run.from ? formEvidence(evidence, wordAt(text, i - 1)) : null;
  useFeatures(useKey(text, evidence, form, run, i), list);
  personFeatures(personKey(text, form, before, run, i), list);
}

/** What a word tells by itself at a place: twice its value of `begins`, and 1 in a line that is no running text. */
export function wordFeatures(word: NameWord, place: number, list: FeatureList): void {
  const start = place >> 1;
  list.add(0, 0);
  list.add(1, word.lowerHash);
  if ((place & 1) === 0) list.add(2, word.wordHash);
  for (let k = 0; k < 3; k++) list.add(3, word.affixes[k] ?? word.lowerHash);
  list.lexical = list.length;
  list.add(4, word.shapeHash);
  if (start !== begins.inside) {
    list.add(14, start);
    list.add(15, mixHash(word.shapeHash, start));
  }
  const own = nameClass(word);
  const whole = lexiconClass(word);
  list.add(20, whole);
  list.add(21, whole * 4 + start);
  if (own > 0) list.add(22, own);
  if (word.organisation) list.add(30, 0);
  if (word.place) list.add(31, 0);
  if (word.demonym) list.add(32, 0);
  if (word.role) list.add(42, 0);
}

/** What the word directly before tells. */
export function beforeFeatures(before: NameWord, _slot: number, list: FeatureList): void {
  list.add(5, before.lowerHash);
  if (before.capital) list.add(24, lexiconClass(before));
  if (before.demonym) list.add(33, 0);
  if (before.organisation && before.capital) list.add(34, 0);
  if (before.place) list.add(36, 0);
  if (before.title || before.softTitle) {
    list.add(39, 0);
    list.add(40, before.lowerHash);
  }
  if (before.role) list.add(41, before.capital || before.title ? 1 : 0);
}

/** What the word directly after tells. */
export function afterFeatures(after: NameWord, _slot: number, list: FeatureList): void {
  list.add(6, after.lowerHash);
  if (after.capital) list.add(27, lexiconClass(after));
  if (after.organisation && after.capital) list.add(35, 0);
  if (after.place) list.add(37, 0);
  if (after.role) list.add(43, after.capital ? 1 : 0);
}

/** What the word two before, and the word two after, tell. */
export function secondBeforeFeatures(word: NameWord, _slot: number, list: FeatureList): void {
  list.add(7, word.lowerHash);
}

export function secondAfterFeatures(word: NameWord, _slot: number, list: FeatureList): void {
  list.add(8, word.lowerHash);
}

/** What a word and those beside it tell together: too many pairs to keep. */
export function neighbourFeatures(text: NameText, facts: RunFacts, i: number, list: FeatureList): void {
  const word = wordAt(text, i);
  const before = wordAt(text, i - 1);
  const after = wordAt(text, i + 1);
  const own = nameClass(word);
  const shapes = mixHash(before.shapeHash, word.shapeHash);
  list.add(9, shapes);
  list.add(10, mixHash(word.shapeHash, after.shapeHash));
  list.add(11, mixHash(shapes, after.shapeHash));
  list.add(12, mixHash(before.lowerHash, word.shapeHash));
  list.add(13, mixHash(after.lowerHash, word.shapeHash));
  if (after.capital && text.begins[i] !== begins.inside) list.add(16, 1);
  if (own > 0) list.add(23, own * 8 + (after.capital ? 1 + nameClass(after) : 0));
  if (before.capital) {
    list.add(25, nameClass(before) * 8 + own);
    list.add(26, before.tier * 4 + word.tier);
    const second = wordAt(text, i - 2);
    if (second.title || second.role) list.add(44, second.title ? 1 : 0);
  }
  if (after.capital) list.add(28, nameClass(after) * 4 + (after.surname ? 2 : 0) + (word.surname ? 1 : 0));
  if (word.surname) list.add(29, own * 8 + (before.capital ? 1 + nameClass(before) : 0));
  if (text.inPlace[i] === 1) list.add(38, text.inPlace[i - 1] ?? 0);
  if (placeInRun(facts.run, i) < 3) list.add(54, mixHash(facts.right, word.shapeHash));
  if (facts.organisation) list.add(57, Math.min(i - facts.run.from, 8));
  const style = text.style[i] ?? 0;
  if (style !== 0) {
    list.add(60, style);
    list.add(61, style * 8 + nameClass(word));
    list.add(62, style * 64 + word.tier * 8 + (before.capital ? 1 : 0));
  }
}

/** A run's length, up to 4. */
export function shortLength(run: NameRun): number {
  return Math.min(run.to - run.from, 4);
}

/** What the word before a run of a `shortLength` tells. */
export function leftFeatures(left: NameWord, length: number, list: FeatureList): void {
  list.add(47, mixHash(left.lowerHash, length > 1 ? 1 : 0));
  list.add(55, mixHash(left.lowerCase ? left.lowerHash : left.shapeHash, length));
}

/** What the word after a run of a `shortLength` tells. */
export function rightFeatures(right: NameWord, length: number, list: FeatureList): void {
  list.add(48, mixHash(right.lowerHash, length > 1 ? 1 : 0));
  list.add(56, mixHash(right.lowerHash, length + 10));
}

/** The rest of what is the same for all tokens of a run. */
export function runFeatures(text: NameText, { run, place, firstName }: RunFacts, list: FeatureList): void {
  list.add(49, mixHash(wordAt(text, run.from - 1).lowerHash, wordAt(text, run.from - 2).lowerHash));
  list.add(50, mixHash(wordAt(text, run.to).lowerHash, wordAt(text, run.to + 1).lowerHash));
  if (place) list.add(58, 1);
  if (firstName) list.add(59, 1);
}

/** Where in its run a token stands: alone, first, last, between. */
function placeInRun(run: NameRun, i: number): number {
  return run.to - run.from === 1 ? 0 : i === run.from ? 1 : i === run.to - 1 ? 2 : 3;
}

/** The kinds of words around a run, its length up to 6 and a token's place in it as one number. */
export function placeKey({ run, left, right }: RunFacts, i: number): number {
  return ((right * 16 + left) * 8 + Math.min(run.to - run.from, 6)) * 4 + placeInRun(run, i);
}

/** One more than the highest `placeKey`. */
export const placeKeys = 16 * 16 * 8 * 4;

/** What a `placeKey` tells. */
export function placeFeatures(key: number, list: FeatureList): void {
  const position = key & 3;
  const length = (key >> 2) & 7;
  const left = (key >> 5) & 15;
  const right = key >> 9;
  list.add(45, length * 4 + position);
  list.add(46, position);
  list.add(51, right * 4 + position);
  list.add(52, left * 4 + position);
  list.add(53, (right * 32 + left) * 4 + Math.min(length, 3));
}
