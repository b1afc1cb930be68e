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
   * Sums of the weights of groups of features that depend on one small number, kept by this number, for `begin` and `inside` in turn.
   */
  readonly sums: Float64Array;
  /** 1 for the numbers whose sums are known. */
  readonly known: Uint8Array;
}

/** All groups together have fewer keys. */
const sumKeys = 1 << 14;

/** A model of these weights. `places` are those of `emission` that are not 0. */
export function makeModel(
  emission: NameModel['emission'],
  transition: NameModel['transition'],
  places: Int32Array = placesOf(emission),
): NameModel {
  const used = new Int32Array(Math.ceil(emission.length / 64));
  for (let k = 0; k < places.length; k++) {
    const feature = (places[k] ?? 0) >> 1;
    used[feature >> 5] = (used[feature >> 5] ?? 0) | (1 << (feature & 31));
  }
  const sums = new Float64Array(2 * sumKeys);
  return { emission, transition, used, sums, known: new Uint8Array(sumKeys) };
}

function placesOf(weights: NameModel['emission']): Int32Array {
  const places: number[] = [];
  for (let i = 0; i < weights.length; i++) if (weights[i] !== 0) places.push(i);
  return Int32Array.from(places);
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
