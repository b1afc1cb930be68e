import type { Lattice } from './name-crf.ts';
import { formEvidence, type DocumentEvidence, type FormEvidence } from './name-evidence.ts';
import { personFeatures, personKey, useFeatures, useKey, useKeys } from './name-evidence-features.ts';
import type { FeatureList } from './name-feature-list.ts';
import {
  afterFeatures,
  beforeFeatures,
  leftFeatures,
  neighbourFeatures,
  placeFeatures,
  placeKey,
  placeKeys,
  rightFeatures,
  runFeatures,
  secondAfterFeatures,
  secondBeforeFeatures,
  shortLength,
  wordFeatures,
  type RunFacts,
} from './name-features.ts';
import type { NameModel } from './name-model.ts';
import { wordAt, type NameText } from './name-runs.ts';
import { Tally } from './name-tally.ts';
import type { NameWord } from './name-words.ts';

/** Slots of a word's sums: 0 to 5 by itself (see `wordFeatures`), then beside a token, then beside a run of 1 to 4 tokens or more. */
const slot = { before: 6, after: 7, secondBefore: 8, secondAfter: 9, left: 9, right: 13 } as const;

/** Where each group of keys begins in the model's sums. */
const usesFrom = placeKeys;
const personFrom = placeKeys + useKeys;

function fillLeft(word: NameWord, at: number, list: FeatureList): void {
  leftFeatures(word, at - slot.left, list);
}

function fillRight(word: NameWord, at: number, list: FeatureList): void {
  rightFeatures(word, at - slot.right, list);
}

const tally = new Tally();

/** The emission scores for the first pass of all tokens of a run. */
export function scoreFirst(
  text: NameText,
  evidence: DocumentEvidence,
  model: NameModel,
  facts: RunFacts,
  lattice: Lattice,
): void {
  const { run } = facts;
  const length = shortLength(run);
  tally.startFrom(0, 0);
  tally.addWord(model, wordAt(text, run.from - 1), slot.left + length, fillLeft);
  tally.addWord(model, wordAt(text, run.to), slot.right + length, fillRight);
  runFeatures(text, facts, tally.list);
  tally.addList(model);
  const { begin, inside } = tally;
  let before: Readonly<FormEvidence> | null = null;
  for (let i = run.from; i < run.to; i++) {
    const form = formEvidence(evidence, wordAt(text, i));
    tally.startFrom(begin, inside);
    const own = (text.begins[i] ?? 0) * 2 + (text.style[i] === 0 ? 0 : 1);
    tally.addWord(model, wordAt(text, i), own, wordFeatures);
    tally.addWord(model, wordAt(text, i - 1), slot.before, beforeFeatures);
    tally.addWord(model, wordAt(text, i + 1), slot.after, afterFeatures);
    tally.addWord(model, wordAt(text, i - 2), slot.secondBefore, secondBeforeFeatures);
    tally.addWord(model, wordAt(text, i + 2), slot.secondAfter, secondAfterFeatures);
    tally.addKey(model, 0, placeKey(facts, i), placeFeatures);
    tally.addKey(model, usesFrom, useKey(text, evidence, form, run, i), useFeatures);
    tally.addKey(model, personFrom, personKey(text, form, before, run, i), personFeatures);
    neighbourFeatures(text, facts, i, tally.list);
    tally.addList(model);
    lattice.emit(i - run.from, tally.begin, tally.inside);
    before = form;
  }
}
