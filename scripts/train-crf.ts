import { label, Lattice } from '#core/detect/name-crf.ts';
import { makeModel, type NameModel } from '#core/detect/name-model.ts';
import { transitionBits, transitionCount } from '#core/detect/name-transitions.ts';
import { makeRandom, shuffle } from './train-random.ts';

/** One run with its features and its gold labels. */
export interface TrainingRun {
  readonly tokens: readonly { readonly features: Int32Array; readonly lexical: number }[];
  /** Step features into each token but the first. */
  readonly steps: readonly Int32Array[];
  readonly labels: Uint8Array;
  readonly weight: number;
}

export interface TrainingOptions {
  /** Number of features (a power of two). */
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  /** Chance that a feature is left out of an update; that a token's own word is. */
  readonly dropout: number;
  readonly lexicalDropout: number;
  readonly seed: number;
}

/** Weights while they are learnt, with the sum of the squares of what has moved each, and what they came to on the average. */
interface Learnt {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly mean: Float64Array;
}

function learnt(length: number): Learnt {
  return {
    weights: new Float64Array(length),
    squares: new Float64Array(length).fill(1),
    mean: new Float64Array(length),
  };
}

/** One step along a gradient, as long as what has moved this weight before lets it be. */
function move({ weights, squares }: Learnt, at: number, gradient: number, rate: number): void {
  const sum = (squares[at] ?? 1) + gradient * gradient;
  squares[at] = sum;
  weights[at] = (weights[at] ?? 0) + (rate * gradient) / Math.sqrt(sum);
}

/** A model in training. Features of the run in hand that were not dropped: those of token `i` are `kept[ends[i]..ends[i + 1]]`. */
interface Training {
  readonly options: TrainingOptions;
  readonly random: () => number;
  readonly emission: Learnt;
  readonly transition: Learnt;
  readonly lattice: Lattice;
  readonly kept: Int32Array;
  readonly ends: Int32Array;
}

/** Chooses the features of token `i` that are kept this time, and puts its scores into the lattice. @returns the end of those kept */
function scoreToken(training: Training, run: TrainingRun, i: number, from: number): number {
  const { options, random, emission, lattice, kept } = training;
  const token = run.tokens[i];
  if (token === undefined) return from;
  const dropWord = random() < options.lexicalDropout;
  let used = from;
  let begin = 0;
  let inside = 0;
  for (let k = 0; k < token.features.length; k++) {
    if ((dropWord && k > 0 && k < token.lexical) || random() < options.dropout) continue;
    const f = token.features[k] ?? 0;
    kept[used++] = f;
    begin += emission.weights[f * 2] ?? 0;
    inside += emission.weights[f * 2 + 1] ?? 0;
  }
  lattice.emission[i * 3] = 0;
  lattice.emission[i * 3 + 1] = begin;
  lattice.emission[i * 3 + 2] = inside;
  return used;
}

/** Puts the scores of the step into token `i` into the lattice. */
function scoreStep({ transition, lattice }: Training, run: TrainingRun, i: number): void {
  const step = run.steps[i - 1] ?? new Int32Array(transitionCount);
  for (let z = 0; z < 9; z++) {
    let sum = 0;
    for (const s of step) sum += transition.weights[s * 9 + z] ?? 0;
    lattice.transition[i * 9 + z] = sum;
  }
}

/** Moves the weights of token `i` toward its gold label. `total` is the lattice's sum. */
function learnToken(training: Training, run: TrainingRun, i: number, total: number): void {
  const { options, emission, lattice, kept, ends } = training;
  for (let y = 1; y < 3; y++) {
    const gradient = ((run.labels[i] === y ? 1 : 0) - lattice.marginal(i, y, total)) * run.weight;
    if (Math.abs(gradient) < 1e-3) continue;
    for (let k = ends[i] ?? 0; k < (ends[i + 1] ?? 0); k++)
      move(emission, (kept[k] ?? 0) * 2 + y - 1, gradient, options.rate);
  }
}

/** Moves the weights of the step into token `i` toward its gold labels. */
function learnStep(training: Training, run: TrainingRun, i: number, total: number): void {
  const { options, transition, lattice } = training;
  const step = run.steps[i - 1] ?? new Int32Array(0);
  for (let z = 0; z < 9; z++) {
    if (z === label.inside) continue;
    const x = Math.floor(z / 3);
    const y = z % 3;
    const probability = Math.exp(
      (lattice.forward[i * 3 - 3 + x] ?? 0) +
        (lattice.transition[i * 9 + z] ?? 0) +
        (lattice.emission[i * 3 + y] ?? 0) +
        (lattice.backward[i * 3 + y] ?? 0) -
        total,
    );
    const gradient = ((run.labels[i - 1] === x && run.labels[i] === y ? 1 : 0) - probability) * run.weight;
    if (Math.abs(gradient) < 1e-3) continue;
    for (const s of step) move(transition, s * 9 + z, gradient, options.rate);
  }
}

function learnRun(training: Training, run: TrainingRun): void {
  const { lattice, ends } = training;
  const { length } = run.tokens;
  lattice.length = length;
  let used = 0;
  for (let i = 0; i < length; i++) {
    used = scoreToken(training, run, i, used);
    ends[i + 1] = used;
    if (i > 0) scoreStep(training, run, i);
  }
  lattice.constrain();
  const total = lattice.sum();
  for (let i = 0; i < length; i++) {
    learnToken(training, run, i, total);
    if (i > 0) learnStep(training, run, i, total);
  }
}

function addToMean({ mean, weights }: Learnt): void {
  for (let i = 0; i < weights.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0);
}

/**
 * Trains a linear-chain CRF by stochastic gradient steps scaled as in AdaGrad (Duchi, Hazan and Singer, 2011), with
 * dropped features; the weights are the mean over the second half of the epochs (Polyak averaging). Deterministic.
 */
export function trainCrf(runs: readonly TrainingRun[], options: TrainingOptions): NameModel {
  const { size, epochs } = options;
  const emission = learnt(size * 2);
  const transition = learnt((1 << transitionBits) * 9);
  const random = makeRandom(options.seed);
  const training: Training = {
    options,
    random,
    emission,
    transition,
    lattice: new Lattice(),
    kept: new Int32Array(48 * 200),
    ends: new Int32Array(49),
  };
  const order = [...runs];
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const run of order) learnRun(training, run);
    if (epoch < epochs >> 1) continue;
    averaged++;
    addToMean(emission);
    addToMean(transition);
  }
  const mean = (learntSum: Learnt): Float64Array => learntSum.mean.map((sum) => sum / averaged);
  return makeModel(mean(emission), mean(transition));
}
