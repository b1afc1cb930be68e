import { FeatureList } from './name-feature-list.ts';
import type { NameModel } from './name-model.ts';
import type { NameWord } from './name-words.ts';

/** The ways in which one word counts, each with a sum of its own. */
const wordSlots = 18;

/** Sums of the weights that one model gives to one word, `begin` and `inside` in turn for each slot; NaN until they are needed. */
export interface WordSums {
  readonly model: NameModel;
  readonly sums: Float64Array;
}

/** Adds to a list the features of a word in one of the ways in which it counts. */
type FillWord = (word: NameWord, slot: number, list: FeatureList) => void;
/** Adds to a list the features of a group that depends on one small number. */
type FillKey = (key: number, list: FeatureList) => void;

function sumsOf(word: NameWord, model: NameModel): Float64Array {
  const { kept } = word;
  if (kept !== null && kept.model === model) return kept.sums;
  const sums = new Float64Array(2 * wordSlots).fill(Number.NaN);
  word.kept = { model, sums };
  return sums;
}

/**
 * Adds up the weights of a token's features. Sums of groups that depend on little are kept: most of a text is words and circumstances
 * met before. Weights have few significant bits, so that the order in which they are added changes nothing.
 */
export class Tally {
  begin = 0;
  inside = 0;
  /** Features of the group in hand. Whoever fills it calls `addList`. */
  readonly list = new FeatureList();

  startFrom(begin: number, inside: number): void {
    this.begin = begin;
    this.inside = inside;
  }

  /** Adds the features of a word in one slot. */
  addWord(model: NameModel, word: NameWord, slot: number, fill: FillWord): void {
    const sums = sumsOf(word, model);
    if (this.take(sums, slot)) return;
    fill(word, slot, this.list);
    this.keep(model, sums, slot);
  }

  /** Adds the features of a group by its key; groups have their keys in the model's sums from `base` on. */
  addKey(model: NameModel, base: number, key: number, fill: FillKey): void {
    const at = base + key;
    if (model.known[at] === 1) {
      this.take(model.sums, at);
      return;
    }
    fill(key, this.list);
    this.keep(model, model.sums, at);
    model.known[at] = 1;
  }

  /** Adds the features in the list, and empties it. */
  addList({ emission, used }: NameModel): void {
    const { values, length } = this.list;
    let begin = 0;
    let inside = 0;
    for (let k = 0; k < length; k++) {
      const feature = values[k] ?? 0;
      if (((used[feature >> 5] ?? 0) & (1 << (feature & 31))) === 0) continue;
      begin += emission[feature * 2] ?? 0;
      inside += emission[feature * 2 + 1] ?? 0;
    }
    this.begin += begin;
    this.inside += inside;
    this.list.length = 0;
  }

  private take(sums: Float64Array, at: number): boolean {
    const begin = sums[at * 2] ?? 0;
    if (Number.isNaN(begin)) return false;
    this.begin += begin;
    this.inside += sums[at * 2 + 1] ?? 0;
    return true;
  }

  private keep(model: NameModel, sums: Float64Array, at: number): void {
    const { begin, inside } = this;
    this.startFrom(0, 0);
    this.addList(model);
    sums[at * 2] = this.begin;
    sums[at * 2 + 1] = this.inside;
    this.begin += begin;
    this.inside += inside;
  }
}
