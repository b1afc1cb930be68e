import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#core/detect/languages/registry.ts';
import { gatherEvidence } from '#core/detect/name-evidence.ts';
import { FeatureList } from '#core/detect/name-feature-list.ts';
import { runFacts, tokenFeatures } from '#core/detect/name-features.ts';
import { label } from '#core/detect/name-crf.ts';
import { findRuns, wordAt, type NameText } from '#core/detect/name-runs.ts';
import { transitionCount, transitionFeatures } from '#core/detect/name-transitions.ts';
import { tokenise } from '#core/detect/tokenise.ts';
import type { TrainingRun } from './train-crf.ts';

/** A text with the people marked in it. Offsets are UTF-16 units. */
export interface GoldText {
  readonly text: string;
  readonly people: readonly { readonly start: number; readonly end: number }[];
  readonly weight: number;
  /** Texts made from one original share its number, and with it the fold. */
  readonly origin: number;
}

/** The sets that may train, with how much each counts. */
const trainingSets: readonly (readonly [string, number])[] = [
  ['wikigold.all', 1],
  ['wnut17.train', 0.4],
  ['wnut17.dev', 0.4],
  ['gum-ccby.train', 1],
  ['crossner-politics.train', 2],
];

/** Reads the sets from a folder of JSON lines, and strips titles from the names marked in them. */
export function readGold(folder: string): GoldText[] {
  const texts: GoldText[] = [];
  for (const [set, weight] of trainingSets) {
    for (const line of readFileSync(join(folder, `${set}.jsonl`), 'utf8').split('\n')) {
      if (line === '') continue;
      const { text, people } = JSON.parse(line) as { text: string; people: { start: number; end: number }[] };
      const spans = people.filter(
        ({ start, end }) => /\p{Lu}/u.test(text.slice(start, end)) && !/^[@#]/.test(text.slice(start, end)),
      );
      texts.push({ text, weight, origin: texts.length, people: spans.sort((a, b) => a.start - b.start) });
    }
  }
  return texts;
}

export interface Prepared {
  readonly text: NameText;
  readonly runs: TrainingRun[];
  readonly gold: GoldText;
}

const list = new FeatureList();

/** Runs with features and labels of one text. A title at the start of a marked name is not part of it. */
export function prepare(gold: GoldText): Prepared {
  const [english] = languages;
  if (english === undefined) throw new Error('no language');
  const text = findRuns(tokenise(gold.text, english));
  const evidence = gatherEvidence(text);
  const labels = goldLabels(text, gold);
  const runs = text.runs.map((run): TrainingRun => {
    const facts = runFacts(text, run);
    const tokens: { features: Int32Array; lexical: number }[] = [];
    const steps: Int32Array[] = [];
    for (let i = run.from; i < run.to; i++) {
      tokenFeatures(text, evidence, facts, i, list);
      tokens.push({ features: list.values.slice(0, list.length), lexical: list.lexical });
      if (i > run.from) {
        const step = new Int32Array(transitionCount);
        transitionFeatures(text, i, step);
        steps.push(step);
      }
    }
    return { tokens, steps, labels: repaired(labels.slice(run.from, run.to)), weight: gold.weight };
  });
  return { text, runs, gold };
}

function goldLabels(text: NameText, gold: GoldText): Uint8Array {
  const { tokens } = text.doc;
  const labels = new Uint8Array(tokens.length);
  let i = 0;
  for (const { start, end } of gold.people) {
    while (i < tokens.length && (tokens.end[i] ?? 0) <= start) i++;
    let begun = false;
    for (; i < tokens.length && (tokens.start[i] ?? 0) < end; i++) {
      const word = wordAt(text, i);
      if (!begun && (word.title || (word.softTitle && (tokens.end[i] ?? 0) < end))) continue;
      labels[i] = begun ? label.inside : label.begin;
      begun = true;
    }
  }
  return labels;
}

/** A run that cuts into a marked name: what is left begins where the run does. */
function repaired(labels: Uint8Array): Uint8Array {
  if (labels[0] === label.inside) labels[0] = label.begin;
  return labels;
}
