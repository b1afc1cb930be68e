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
}

/** Sets the emission scores of token `i` of the lattice to the sum of its features' weights. */
export function scoreToken(
  model: NameModel,
  lattice: Lattice,
  i: number,
  list: Pick<FeatureList, 'values' | 'length'>,
): void {
  const { emission } = model;
  let begin = 0;
  let inside = 0;
  for (let k = 0; k < list.length; k++) {
    const feature = (list.values[k] ?? 0) * 2;
    begin += emission[feature] ?? 0;
    inside += emission[feature + 1] ?? 0;
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
