import { wordAt, type NameText } from './name-runs.ts';

/** What the first pass thinks of each token: probabilities that it begins a name or goes on with one. */
export interface FirstPass {
  readonly begin: Float64Array;
  readonly inside: Float64Array;
}

/** What the first pass thinks of all places where one word stands. */
interface WordBelief {
  count: number;
  sum: number;
  /** The two highest probabilities: the highest of the others is one of them. */
  high: number;
  second: number;
  surname: number;
  given: number;
  alone: number;
  /** In runs of several words, but outside names. */
  other: number;
}

export type Beliefs = ReadonlyMap<string, WordBelief>;

/** Sums the first pass's probabilities for each word of the document. */
export function gatherBeliefs(text: NameText, first: FirstPass): Beliefs {
  const beliefs = new Map<string, WordBelief>();
  for (const run of text.runs) {
    for (let i = run.from; i < run.to; i++) {
      const key = wordAt(text, i).key;
      let belief = beliefs.get(key);
      if (belief === undefined) {
        belief = { count: 0, sum: 0, high: 0, second: 0, surname: 0, given: 0, alone: 0, other: 0 };
        beliefs.set(key, belief);
      }
      const p = probability(first, i);
      belief.count++;
      belief.sum += p;
      if (p > belief.high) {
        belief.second = belief.high;
        belief.high = p;
      } else if (p > belief.second) belief.second = p;
      const part = partOf(first, i, run.to);
      if (part !== 'other') belief[part]++;
      else if (p < 0.3 && run.to - run.from > 1) belief.other++;
    }
  }
  return beliefs;
}

export function probability(first: FirstPass, i: number): number {
  return (first.begin[i] ?? 0) + (first.inside[i] ?? 0);
}

export function partOf(first: FirstPass, i: number, runEnd: number): 'surname' | 'given' | 'alone' | 'other' {
  if ((first.inside[i] ?? 0) > 0.5) return 'surname';
  if ((first.begin[i] ?? 0) <= 0.5) return 'other';
  return i + 1 < runEnd && (first.inside[i + 1] ?? 0) > 0.5 ? 'given' : 'alone';
}
