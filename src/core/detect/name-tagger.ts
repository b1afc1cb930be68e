import { gatherEvidence } from './name-evidence.ts';
import { label, Lattice } from './name-crf.ts';
import { gatherBeliefs, type FirstPass } from './name-beliefs.ts';
import { runFacts } from './name-features.ts';
import { scoreStep, type NameModel } from './name-model.ts';
import type { NameRun, NameText, TaggedName } from './name-runs.ts';
import { scoreFirst } from './name-score-first.ts';
import { scoreSecond } from './name-score-second.ts';
import { transitionCount, transitionFeatures } from './name-transitions.ts';

/** The two passes' weights. */
export interface TaggerModels {
  readonly first: NameModel;
  readonly second: NameModel;
}

const lattice = new Lattice();
const step = new Int32Array(transitionCount);
const labels = new Uint8Array(64);

/**
 * Finds the names of people among the runs of capitalised words of a document. A first pass labels each run
 * by its words, its surroundings and what the document shows of the same words; a second pass labels them again by what the
 * first believes of all their places. Linear.
 */
export function tagByModel(text: NameText, models: TaggerModels): TaggedName[] {
  const first = firstPass(text, models.first);
  const beliefs = gatherBeliefs(text, first);
  const names: TaggedName[] = [];
  for (const run of text.runs) {
    lattice.length = run.to - run.from;
    scoreSecond(text, first, beliefs, models.second, run, lattice);
    finishLattice(text, models.second, run);
    collect(run, names);
  }
  return names;
}

/** The first pass's probabilities for every token; those outside runs have none. */
export function firstPass(text: NameText, model: NameModel): FirstPass {
  const begin = new Float64Array(text.words.length);
  const inside = new Float64Array(text.words.length);
  const evidence = gatherEvidence(text);
  for (const run of text.runs) {
    lattice.length = run.to - run.from;
    scoreFirst(text, evidence, model, runFacts(text, run), lattice);
    finishLattice(text, model, run);
    const total = lattice.sum();
    for (let i = run.from; i < run.to; i++) {
      begin[i] = lattice.marginal(i - run.from, label.begin, total);
      inside[i] = lattice.marginal(i - run.from, label.inside, total);
    }
  }
  return { begin, inside };
}

function finishLattice(text: NameText, model: NameModel, run: NameRun): void {
  for (let i = run.from + 1; i < run.to; i++) {
    transitionFeatures(text, i, step);
    scoreStep(model, lattice, i - run.from, step);
  }
  lattice.constrain();
}

/** Adds the names of the best labelling of the run in the lattice. */
function collect(run: NameRun, names: TaggedName[]): void {
  const length = run.to - run.from;
  lattice.best(labels);
  if (!labels.subarray(0, length).includes(label.begin)) return;
  const total = lattice.sum();
  for (let i = 0; i < length; i++) {
    if (labels[i] !== label.begin) continue;
    let to = i + 1;
    while (to < length && labels[to] === label.inside) to++;
    let probability = 1;
    for (let k = i; k < to; k++)
      probability = Math.min(probability, 1 - lattice.marginal(k, label.outside, total));
    names.push({ from: run.from + i, to: run.from + to, probability });
  }
}
