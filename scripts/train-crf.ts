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

/**
 * Trains a linear-chain CRF by stochastic gradient steps scaled as in AdaGrad (Duchi, Hazan and Singer, 2011), with
 * dropped features; the weights are the mean over the second half of the epochs (Polyak averaging). Deterministic.
 */
export function trainCrf(runs: readonly TrainingRun[], options: TrainingOptions): NameModel {
  const { size, epochs, rate } = options;
  const emission = new Float64Array(size * 2);
  const transition = new Float64Array((1 << transitionBits) * 9);
  const emissionSquares = new Float64Array(emission.length).fill(1);
  const transitionSquares = new Float64Array(transition.length).fill(1);
  const meanEmission = new Float64Array(emission.length);
  const meanTransition = new Float64Array(transition.length);
  const random = makeRandom(options.seed);
  const lattice = new Lattice();
  const kept = new Int32Array(48 * 200);
  const ends = new Int32Array(49);
  const order = [...runs];
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const run of order) {
      const n = run.tokens.length;
      lattice.length = n;
      let used = 0;
      for (let i = 0; i < n; i++) {
        const token = run.tokens[i];
        if (token === undefined) continue;
        const dropWord = random() < options.lexicalDropout;
        let begin = 0;
        let inside = 0;
        for (let k = 0; k < token.features.length; k++) {
          if ((dropWord && k > 0 && k < token.lexical) || random() < options.dropout) continue;
          const f = token.features[k] ?? 0;
          kept[used++] = f;
          begin += emission[f * 2] ?? 0;
          inside += emission[f * 2 + 1] ?? 0;
        }
        ends[i + 1] = used;
        lattice.emission[i * 3] = 0;
        lattice.emission[i * 3 + 1] = begin;
        lattice.emission[i * 3 + 2] = inside;
        if (i === 0) continue;
        const step = run.steps[i - 1] ?? new Int32Array(transitionCount);
        for (let z = 0; z < 9; z++) {
          let sum = 0;
          for (const s of step) sum += transition[s * 9 + z] ?? 0;
          lattice.transition[i * 9 + z] = sum;
        }
      }
      lattice.constrain();
      const total = lattice.sum();
      for (let i = 0; i < n; i++) {
        for (let y = 1; y < 3; y++) {
          const gradient = ((run.labels[i] === y ? 1 : 0) - lattice.marginal(i, y, total)) * run.weight;
          if (Math.abs(gradient) < 1e-3) continue;
          const square = gradient * gradient;
          for (let k = ends[i] ?? 0; k < (ends[i + 1] ?? 0); k++) {
            const w = (kept[k] ?? 0) * 2 + y - 1;
            const sum = (emissionSquares[w] ?? 1) + square;
            emissionSquares[w] = sum;
            emission[w] = (emission[w] ?? 0) + (rate * gradient) / Math.sqrt(sum);
          }
        }
        if (i === 0) continue;
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
          const gradient =
            ((run.labels[i - 1] === x && run.labels[i] === y ? 1 : 0) - probability) * run.weight;
          if (Math.abs(gradient) < 1e-3) continue;
          for (const s of step) {
            const w = s * 9 + z;
            const sum = (transitionSquares[w] ?? 1) + gradient * gradient;
            transitionSquares[w] = sum;
            transition[w] = (transition[w] ?? 0) + (rate * gradient) / Math.sqrt(sum);
          }
        }
      }
    }
    if (epoch >= epochs >> 1) {
      averaged++;
      for (let i = 0; i < emission.length; i++) meanEmission[i] = (meanEmission[i] ?? 0) + (emission[i] ?? 0);
      for (let i = 0; i < transition.length; i++)
        meanTransition[i] = (meanTransition[i] ?? 0) + (transition[i] ?? 0);
    }
  }
  for (let i = 0; i < emission.length; i++) meanEmission[i] = (meanEmission[i] ?? 0) / averaged;
  for (let i = 0; i < transition.length; i++) meanTransition[i] = (meanTransition[i] ?? 0) / averaged;
  return makeModel(meanEmission, meanTransition);
}
