import type { Beliefs, FirstPass } from './name-beliefs.ts';
import type { Lattice } from './name-crf.ts';
import type { NameModel } from './name-model.ts';
import type { NameRun, NameText } from './name-runs.ts';
import {
  besideFeatures,
  elsewhereFeatures,
  historyFeatures,
  lexiconFeatures,
  opinionFeatures,
  secondCounts,
  SecondKeys,
  secondKeys,
  spreadFeatures,
} from './name-second-pass.ts';
import { Tally } from './name-tally.ts';

/** Where each group of keys begins in the model's sums. */
const elsewhereFrom = secondCounts.opinion;
const historyFrom = elsewhereFrom + secondCounts.elsewhere;
const spreadFrom = historyFrom + secondCounts.history;
const lexiconFrom = spreadFrom + secondCounts.spread;

const tally = new Tally();
const keys = new SecondKeys();

/** The emission scores for the second pass of all tokens of a run. */
export function scoreSecond(
  text: NameText,
  first: FirstPass,
  beliefs: Beliefs,
  model: NameModel,
  run: NameRun,
  lattice: Lattice,
): void {
  for (let i = run.from; i < run.to; i++) {
    secondKeys(text, first, beliefs, run, i, keys);
    tally.startFrom(0, 0);
    tally.addKey(model, 0, keys.opinion, opinionFeatures);
    tally.addKey(model, elsewhereFrom, keys.elsewhere, elsewhereFeatures);
    tally.addKey(model, historyFrom, keys.history, historyFeatures);
    tally.addKey(model, spreadFrom, keys.spread, spreadFeatures);
    tally.addKey(model, lexiconFrom, keys.word, lexiconFeatures);
    besideFeatures(text, first, beliefs, run, i, keys, tally.list);
    tally.addList(model);
    lattice.emit(i - run.from, tally.begin, tally.inside);
  }
}
