import type { FeatureList } from './name-features.ts';
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
}

/** A model of these weights. */
export function makeModel(emission: NameModel['emission'], transition: NameModel['transition']): NameModel {
  const used = new Int32Array(Math.ceil(emission.length / 64));
  for (let i = 0; i < emission.length; i++) {
    const feature = i >> 1;
    if (emission[i] !== 0) used[feature >> 5] = (used[feature >> 5] ?? 0) | (1 << (feature & 31));
  }
  return { emission, transition, used };
}

/** Sets the emission scores of token `i` of the lattice to the sum of its features' weights. */
export function scoreToken(
  model: NameModel,
  lattice: Lattice,
  i: number,
  list: Pick<FeatureList, 'values' | 'length'>,
): void {
  const { emission, used } = model;
  let begin = 0;
  let inside = 0;
  for (let k = 0; k < list.length; k++) {
    const feature = list.values[k] ?? 0;
    if (((used[feature >> 5] ?? 0) & (1 << (feature & 31))) === 0) continue;
    begin += emission[feature * 2] ?? 0;
    inside += emission[feature * 2 + 1] ?? 0;
  }
  lattice.emission[i * 3] = 0;
  lattice.emission[i * 3 + 1] = begin;
  lattice.emission[i * 3 + 2] = inside;
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
