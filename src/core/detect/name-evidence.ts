import { begins, wordAt, type NameText } from './name-runs.ts';
import type { NameWord } from './name-words.ts';

/** What the whole document says of one word form: sums over all the places where it stands. */
export interface WordEvidence {
  /** Stands in small letters somewhere. */
  readonly small: ReadonlySet<string>;
  /** Capitalised inside a sentence: how often. */
  readonly inside: ReadonlyMap<string, number>;
  /** Directly after a first name or a title: how often. */
  readonly afterName: ReadonlyMap<string, number>;
  /** Beside a verb of saying or before `who`: how often. */
  readonly beside: ReadonlyMap<string, number>;
  /** After `in`, `at`, `the`, `near`: how often. */
  readonly afterPlace: ReadonlyMap<string, number>;
  /** Weight of the runs that look like people and hold the word. */
  readonly person: ReadonlyMap<string, number>;
  /** Weight of the runs that look like something else. */
  readonly other: ReadonlyMap<string, number>;
  /** How often the word ends a run of several words that looks like a person. */
  readonly ends: ReadonlyMap<string, number>;
}

function add(map: Map<string, number>, key: string, amount = 1): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

/** Gathers the evidence in one pass over tokens and one over runs. Words in headlines do not count. */
export function gatherEvidence(text: NameText): WordEvidence {
  const evidence = {
    small: new Set<string>(),
    inside: new Map<string, number>(),
    afterName: new Map<string, number>(),
    beside: new Map<string, number>(),
    afterPlace: new Map<string, number>(),
    person: new Map<string, number>(),
    other: new Map<string, number>(),
    ends: new Map<string, number>(),
  };
  text.words.forEach((word, i) => {
    if (word.lowerCase) evidence.small.add(word.lower);
    else if (word.capital && text.style[i] === 0) tokenEvidence(text, i, word, evidence);
  });
  for (const run of text.runs) {
    if (text.style[run.from] !== 0) continue;
    const first = wordAt(text, run.from);
    const from =
      text.begins[run.from] !== begins.inside &&
      run.to - run.from > 1 &&
      first.tier === 3 &&
      first.gender === null
        ? run.from + 1
        : run.from;
    const score = runScore(text, from, run.to);
    const map = score > 0 ? evidence.person : evidence.other;
    if (score === 0) continue;
    for (let i = from; i < run.to; i++) add(map, wordAt(text, i).fold, Math.abs(score));
    if (score > 0 && run.to - from > 1) add(evidence.ends, wordAt(text, run.to - 1).fold);
  }
  return evidence;
}

function tokenEvidence(
  text: NameText,
  i: number,
  word: NameWord,
  evidence: Record<'inside' | 'afterName' | 'beside' | 'afterPlace', Map<string, number>>,
): void {
  const before = wordAt(text, i - 1);
  const after = wordAt(text, i + 1);
  if (text.begins[i] === begins.inside) add(evidence.inside, word.fold);
  if (word.allCaps && word.word.length < 5) return;
  if (likelyFirst(before) || before.title || before.softTitle) add(evidence.afterName, word.fold);
  if (after.saying || after.lower === 'who' || (before.saying && !after.capital))
    add(evidence.beside, word.fold);
  if (placePrepositions.has(before.lower) || (before.lower === 'the' && !after.capital))
    add(evidence.afterPlace, word.fold);
}

const placePrepositions = new Set(['in', 'at', 'across', 'near']);

/** A known first name that is not also one of the commonest words (`Will`, `Mark`). */
export function likelyFirst(word: NameWord): boolean {
  return word.gender !== null && word.tier < 3;
}

/**
 * How much the words of a run and those around it look like a person (above 0) or like something else (below 0).
 * Weights are rounded judgements; the tagger learns how far to trust the sum.
 */
export function runScore(text: NameText, from: number, to: number): number {
  const first = wordAt(text, from);
  const left = wordAt(text, from - 1);
  const right = wordAt(text, to);
  const next = wordAt(text, to + 1);
  const length = to - from;
  let other = false;
  for (let i = from; i < to; i++) {
    const word = wordAt(text, i);
    if (word.organisation || (word.place && word.gender === null) || text.inPlace[i] === 1) other = true;
  }
  let score = 0;
  if (length >= 2 && likelyFirst(first)) score += 2;
  if (length >= 2 && length <= 4 && wordAt(text, from + 1).initial) score += 1;
  if (left.title || left.softTitle) score += 2;
  else if (left.role) score += 1;
  if (right.saying || right.lower === 'who' || (right.word === ',' && (next.lower === 'who' || next.number)))
    score += 2;
  if (left.saying && length >= 2) score += 1;
  if (other) score -= 2;
  if (length > 4) score -= 1;
  if (!other && (left.lower === 'in' || left.lower === 'at' || left.lower === 'the')) score -= 1;
  return score;
}
