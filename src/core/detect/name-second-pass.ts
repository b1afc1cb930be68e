import type { FeatureList } from './name-features.ts';
import { mixHash } from './name-hash.ts';
import { wordAt, type NameText } from './name-runs.ts';

/** Features of the second pass are numbers below this. */
export const secondBits = 13;
const mask = (1 << secondBits) - 1;

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

function probability(first: FirstPass, i: number): number {
  return (first.begin[i] ?? 0) + (first.inside[i] ?? 0);
}

function partOf(first: FirstPass, i: number, runEnd: number): 'surname' | 'given' | 'alone' | 'other' {
  if ((first.inside[i] ?? 0) > 0.5) return 'surname';
  if ((first.begin[i] ?? 0) <= 0.5) return 'other';
  return i + 1 < runEnd && (first.inside[i + 1] ?? 0) > 0.5 ? 'given' : 'alone';
}

/** A probability in one of eight classes, finer towards both ends. */
function step(p: number): number {
  return p < 0.02
    ? 0
    : p < 0.1
      ? 1
      : p < 0.3
        ? 2
        : p < 0.5
          ? 3
          : p < 0.7
            ? 4
            : p < 0.9
              ? 5
              : p < 0.98
                ? 6
                : 7;
}

/** Fills `list` with what the first pass says of token i of a run, and of the same word elsewhere in the document. */
export function secondFeatures(
  text: NameText,
  first: FirstPass,
  beliefs: Beliefs,
  run: { from: number; to: number },
  i: number,
  list: FeatureList,
): void {
  list.length = 0;
  const add = (template: number, value: number): void => {
    list.values[list.length++] = mixHash(template + 101, value) & mask;
  };
  const word = wordAt(text, i);
  const belief = beliefs.get(word.key);
  const p = probability(first, i);
  const own = step(p);
  const begin = step(first.begin[i] ?? 0);
  const inside = step(first.inside[i] ?? 0);
  const part = partOf(first, i, run.to);
  const others = (belief?.count ?? 1) - 1;
  const mean = others > 0 && belief !== undefined ? step((belief.sum - p) / others) + 1 : 0;
  const highest =
    others > 0 && belief !== undefined ? step(p >= belief.high ? belief.second : belief.high) + 1 : 0;
  const surname = Math.min(2, (belief?.surname ?? 0) - (part === 'surname' ? 1 : 0));
  const given = Math.min(2, (belief?.given ?? 0) - (part === 'given' ? 1 : 0));
  const alone = Math.min(2, (belief?.alone ?? 0) - (part === 'alone' ? 1 : 0));
  const several = run.to - run.from > 1 ? 1 : 0;
  const other = Math.min(2, (belief?.other ?? 0) - (p < 0.3 && part === 'other' && several === 1 ? 1 : 0));
  const history = ((surname * 3 + given) * 3 + alone) * 3 + other;
  add(0, 0);
  add(1, own);
  add(2, begin);
  add(3, inside);
  add(4, mean);
  add(5, highest);
  add(6, mean * 8 + own);
  add(7, history);
  add(8, history * 8 + own);
  add(9, Math.min(3, others) * 10 + mean);
  add(10, highest * 2 + several);
  add(11, surname * 2 + several);
  add(12, mean * 9 + surname * 3 + other);
  add(13, begin * 8 + inside);
  add(14, (own * 2 + several) * 4 + (word.gender === null ? 0 : 1) + (word.surname ? 2 : 0));
  if (i > run.from) {
    const before = beliefs.get(wordAt(text, i - 1).key);
    add(15, step(probability(first, i - 1)) * 8 + own);
    add(16, Math.min(2, before?.given ?? 0) * 3 + surname);
  }
  if (i + 1 < run.to) {
    const after = beliefs.get(wordAt(text, i + 1).key);
    add(17, step(probability(first, i + 1)) * 8 + own);
    add(18, given * 3 + Math.min(2, after?.surname ?? 0));
  }
}
