import type { Lattice } from './name-crf.ts';
import { transitionCount } from './name-transitions.ts';

/**
 * Weights of one tagger. `emission[f * 2]` and `[f * 2 + 1]` are those of feature f for the labels begin and inside (outside is 0 by
 * definition); `transition[f * 9 + x * 3 + y]` those of a step feature for label y after x.
 */
export interface NameModel {
  readonly emission: Float32Array | Float64Array;
  readonly transition: Float32Array | Float64Array;
  /** One bit a feature: whether it has weights. Most have none, and this small table stays in the processor's cache. */
  readonly used: Int32Array;
  /**
   * Sums of the weights of groups of features that depend on one small number, kept by this number, for `begin` and `inside` in turn;
   * NaN until they are first needed.
   */
  readonly sums: Float64Array;
}

/** All groups together have fewer keys. */
const sumKeys = 1 << 14;

/** A model of these weights. */
export function makeModel(emission: NameModel['emission'], transition: NameModel['transition']): NameModel {
  const used = new Int32Array(Math.ceil(emission.length / 64));
  for (let i = 0; i < emission.length; i++) {
    const feature = i >> 1;
    if (emission[i] !== 0) used[feature >> 5] = (used[feature >> 5] ?? 0) | (1 << (feature & 31));
  }
  return { emission, transition, used, sums: new Float64Array(2 * sumKeys).fill(Number.NaN) };
}

/** Sets the transition scores into token `i` of the lattice. */
export function scoreStep(model: NameModel, lattice: Lattice, i: number, step: Int32Array): void {
  const { transition } = model;
  for (let z = 0; z < 9; z++) {
    let sum = 0;
    for (let k = 0; k < transitionCount; k++) sum += transition[(step[k] ?? 0) * 9 + z] ?? 0;
    lattice.transition[i * 9 + z] = sum;
  }
}
