import { begins, wordAt, type NameText } from './name-runs.ts';
import { trait, type NameWord } from './name-words.ts';

/** What the whole document says of one word form: sums over all the places where it stands. */
export interface FormEvidence {
  /** Capitalised inside a sentence: how often. */
  inside: number;
  /** Directly after a first name or a title: how often. */
  afterName: number;
  /** Beside a verb of saying or before `who`: how often. */
  beside: number;
  /** After `in`, `at`, `the`, `near`: how often. */
  afterPlace: number;
  /** Weight of the runs that look like people and hold the word. */
  person: number;
  /** Weight of the runs that look like something else. */
  other: number;
  /** How often the word ends a run of several words that looks like a person. */
  ends: number;
}

export interface DocumentEvidence {
  /** Of the words of runs, those that stand in small letters somewhere. May hold other such words. */
  readonly small: ReadonlySet<string>;
  /** By the key of the word. */
  readonly forms: ReadonlyMap<string, Readonly<FormEvidence>>;
}

/** The evidence of a word of which the document tells nothing. */
const noEvidence: Readonly<FormEvidence> = {
  inside: 0,
  afterName: 0,
  beside: 0,
  afterPlace: 0,
  person: 0,
  other: 0,
  ends: 0,
};

/** What the document says of a word. */
export function formEvidence(evidence: DocumentEvidence, word: NameWord): Readonly<FormEvidence> {
  return evidence.forms.get(word.key) ?? noEvidence;
}

/** Gathers the evidence in one pass over tokens and one over runs. Words in headlines do not count. */
export function gatherEvidence(text: NameText): DocumentEvidence {
  const small = new Set<string>();
  const forms = new Map<string, FormEvidence>();
  const formOf = (fold: string): FormEvidence => {
    let form = forms.get(fold);
    if (form === undefined) forms.set(fold, (form = { ...noEvidence }));
    return form;
  };
  const asked = sketchRuns(text);
  for (let i = 0; i < text.traits.length; i++) {
    const traits = text.traits[i] ?? 0;
    if ((traits & (trait.lowerCase | trait.capital)) === 0) continue;
    const word = wordAt(text, i);
    if ((traits & trait.capital) === 0) {
      if (asked[word.lowerHash & sketchMask] === 1) small.add(word.lower);
    } else if (text.style[i] === 0) tokenEvidence(text, i, word, formOf(word.key));
  }
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
    if (score === 0) continue;
    for (let i = from; i < run.to; i++)
      formOf(wordAt(text, i).key)[score > 0 ? 'person' : 'other'] += Math.abs(score);
    if (score > 0 && run.to - from > 1) formOf(wordAt(text, run.to - 1).key).ends++;
  }
  return { small, forms };
}

const sketchMask = (1 << 12) - 1;

/** A table by hash of the words of runs: whether any other word stands in small letters is never asked. */
function sketchRuns(text: NameText): Uint8Array {
  const sketch = new Uint8Array(sketchMask + 1);
  for (const { from, to } of text.runs)
    for (let i = from; i < to; i++) sketch[wordAt(text, i).lowerHash & sketchMask] = 1;
  return sketch;
}

function tokenEvidence(text: NameText, i: number, word: NameWord, form: FormEvidence): void {
  const before = wordAt(text, i - 1);
  const after = wordAt(text, i + 1);
  if (text.begins[i] === begins.inside) form.inside++;
  if (word.allCaps && word.word.length < 5) return;
  if (likelyFirst(before) || before.title || before.softTitle) form.afterName++;
  if (after.saying || after.lower === 'who' || (before.saying && !after.capital)) form.beside++;
  if (placePrepositions.has(before.lower) || (before.lower === 'the' && !after.capital)) form.afterPlace++;
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
