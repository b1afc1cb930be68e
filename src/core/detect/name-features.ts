import { noEvidence, type DocumentEvidence } from './name-evidence.ts';
import { mixHash } from './name-hash.ts';
import { begins, wordAt, type NameRun, type NameText } from './name-runs.ts';
import type { NameWord } from './name-words.ts';
import { leftContext, rightContext } from './name-context.ts';

/** Features are numbers below this: a hash cut to so many bits. The trained weights are for this size. */
export const featureBits = 18;
const mask = (1 << featureBits) - 1;

/** No token has more features. */
const featureLimit = 160;

/** A list of features that is filled anew for each token, so that tagging makes no garbage. */
export class FeatureList {
  readonly values = new Int32Array(featureLimit);
  length = 0;
  /** Features `[1, lexical)` name the word itself: training drops them together now and then. */
  lexical = 0;

  add(template: number, value: number): void {
    if (this.length < featureLimit)
      this.values[this.length++] = mixHash(template * 0x9e37 + 17, value) & mask;
  }
}

/** What holds for all tokens of a run: computed once for each. */
export interface RunFacts {
  readonly run: NameRun;
  readonly left: number;
  readonly right: number;
  readonly organisation: boolean;
  readonly place: boolean;
  readonly firstName: boolean;
}

export function runFacts(text: NameText, run: NameRun): RunFacts {
  let organisation = false;
  let place = false;
  let firstName = false;
  for (let i = run.from; i < run.to; i++) {
    const word = wordAt(text, i);
    if (word.organisation) organisation = true;
    if (word.place || text.inPlace[i] === 1) place = true;
    if (word.gender !== null) firstName = true;
  }
  return {
    run,
    organisation,
    place,
    firstName,
    left: leftContext(text, run.from),
    right: rightContext(text, run.to),
  };
}

/** How well known a word is as a first name: 0 not, 1 a name only, 2 also a word, 3 also one of the commonest words. */
function nameClass(word: NameWord): number {
  return word.gender === null ? 0 : word.tier === 0 ? 1 : word.tier;
}

/** One number for what the lexicons say of a word. */
function lexiconClass(word: NameWord): number {
  return (
    nameClass(word) * 64 +
    (word.surname ? 32 : 0) +
    word.tier * 8 +
    (word.place ? 4 : 0) +
    (word.organisation ? 2 : 0) +
    (word.demonym ? 1 : 0)
  );
}

/** Fills `list` with the features of the token `i` of a run. */
export function tokenFeatures(
  text: NameText,
  evidence: DocumentEvidence,
  facts: RunFacts,
  i: number,
  list: FeatureList,
): void {
  list.length = 0;
  list.add(0, 0);
  const word = wordAt(text, i);
  const before = wordAt(text, i - 1);
  const after = wordAt(text, i + 1);
  list.add(1, word.lowerHash);
  if (text.style[i] === 0) list.add(2, word.wordHash);
  for (let k = 0; k < 3; k++) list.add(3, word.affixes[k] ?? word.lowerHash);
  list.lexical = list.length;
  neighbours(text, i, word, before, after, list);
  lexicons(text, i, word, before, after, list);
  runPosition(text, facts, i, word, list);
  documentEvidence(text, evidence, facts, i, word, before, list);
  if (text.style[i] !== 0) {
    const style = text.style[i] ?? 0;
    list.add(60, style);
    list.add(61, style * 8 + nameClass(word));
    list.add(62, style * 64 + word.tier * 8 + (before.capital ? 1 : 0));
  }
}

function neighbours(
  text: NameText,
  i: number,
  word: NameWord,
  before: NameWord,
  after: NameWord,
  list: FeatureList,
): void {
  list.add(4, word.shapeHash);
  list.add(5, before.lowerHash);
  list.add(6, after.lowerHash);
  list.add(7, wordAt(text, i - 2).lowerHash);
  list.add(8, wordAt(text, i + 2).lowerHash);
  list.add(9, mixHash(before.shapeHash, word.shapeHash));
  list.add(10, mixHash(word.shapeHash, after.shapeHash));
  list.add(11, mixHash(mixHash(before.shapeHash, word.shapeHash), after.shapeHash));
  list.add(12, mixHash(before.lowerHash, word.shapeHash));
  list.add(13, mixHash(after.lowerHash, word.shapeHash));
  const start = text.begins[i] ?? 0;
  if (start !== begins.inside) {
    list.add(14, start);
    list.add(15, mixHash(word.shapeHash, start));
    if (after.capital) list.add(16, 1);
  }
}

function lexicons(
  text: NameText,
  i: number,
  word: NameWord,
  before: NameWord,
  after: NameWord,
  list: FeatureList,
): void {
  const start = text.begins[i] ?? 0;
  const own = nameClass(word);
  const whole = lexiconClass(word);
  list.add(20, whole);
  list.add(21, whole * 4 + start);
  if (own > 0) {
    list.add(22, own);
    list.add(23, own * 8 + (after.capital ? 1 + nameClass(after) : 0));
  }
  if (before.capital) {
    list.add(24, lexiconClass(before));
    list.add(25, nameClass(before) * 8 + own);
    list.add(26, before.tier * 4 + word.tier);
  }
  if (after.capital) {
    list.add(27, lexiconClass(after));
    list.add(28, nameClass(after) * 4 + (after.surname ? 2 : 0) + (word.surname ? 1 : 0));
  }
  if (word.surname) list.add(29, own * 8 + (before.capital ? 1 + nameClass(before) : 0));
  if (word.organisation) list.add(30, 0);
  if (word.place) list.add(31, 0);
  if (word.demonym) list.add(32, 0);
  if (before.demonym) list.add(33, 0);
  if (before.organisation && before.capital) list.add(34, 0);
  if (after.organisation && after.capital) list.add(35, 0);
  if (before.place) list.add(36, 0);
  if (after.place) list.add(37, 0);
  if (text.inPlace[i] === 1) list.add(38, text.inPlace[i - 1] ?? 0);
  if (before.title || before.softTitle) {
    list.add(39, 0);
    list.add(40, before.lowerHash);
  }
  if (before.role) list.add(41, before.capital || before.title ? 1 : 0);
  if (word.role) list.add(42, 0);
  if (after.role) list.add(43, after.capital ? 1 : 0);
  const second = wordAt(text, i - 2);
  if (before.capital && (second.title || second.role)) list.add(44, second.title ? 1 : 0);
}

function runPosition(text: NameText, facts: RunFacts, i: number, word: NameWord, list: FeatureList): void {
  const { run } = facts;
  const length = Math.min(run.to - run.from, 6);
  const position = run.to - run.from === 1 ? 0 : i === run.from ? 1 : i === run.to - 1 ? 2 : 3;
  const left = wordAt(text, run.from - 1);
  const right = wordAt(text, run.to);
  const several = length > 1 ? 1 : 0;
  list.add(45, length * 4 + position);
  list.add(46, position);
  list.add(47, mixHash(left.lowerHash, several));
  list.add(48, mixHash(right.lowerHash, several));
  list.add(49, mixHash(left.lowerHash, wordAt(text, run.from - 2).lowerHash));
  list.add(50, mixHash(right.lowerHash, wordAt(text, run.to + 1).lowerHash));
  list.add(51, facts.right * 4 + position);
  list.add(52, facts.left * 4 + position);
  list.add(53, (facts.right * 32 + facts.left) * 4 + Math.min(length, 3));
  if (position < 3) list.add(54, mixHash(facts.right, word.shapeHash));
  list.add(55, mixHash(left.lowerCase ? left.lowerHash : left.shapeHash, Math.min(length, 4)));
  list.add(56, mixHash(right.lowerHash, Math.min(length, 4) + 10));
  if (facts.organisation) list.add(57, Math.min(i - run.from, 8));
  if (facts.place) list.add(58, 1);
  if (facts.firstName) list.add(59, 1);
}

function documentEvidence(
  text: NameText,
  evidence: DocumentEvidence,
  facts: RunFacts,
  i: number,
  word: NameWord,
  before: NameWord,
  list: FeatureList,
): void {
  const start = text.begins[i] === begins.inside ? 0 : 1;
  const alone = facts.run.to - facts.run.from === 1 ? 1 : 0;
  const small = evidence.small.has(word.lower) ? 1 : 0;
  const form = evidence.forms.get(word.key) ?? noEvidence;
  const inside = Math.min(3, form.inside);
  const after = Math.min(2, form.afterName);
  const beside = Math.min(2, form.beside);
  const place = Math.min(2, form.afterPlace);
  list.add(70, small * 2 + start);
  list.add(71, inside);
  list.add(72, after * 4 + small * 2 + (before.capital ? 1 : 0));
  list.add(73, beside * 3 + place);
  list.add(74, (beside * 3 + place) * 3 + after);
  if (small === 0 && after > 0) list.add(75, inside);
  if (after + beside + place > 0) list.add(76, ((after * 3 + beside) * 3 + place) * 2 + alone);
  const person = Math.min(4, Math.ceil(form.person / 2));
  const other = Math.min(3, form.other);
  const ends = Math.min(2, form.ends);
  list.add(77, person * 4 + other);
  list.add(78, ends * 4 + other);
  list.add(79, (person * 4 + other) * 2 + alone);
  list.add(80, (person * 3 + ends) * 8 + word.tier);
  if (before.capital && i > facts.run.from)
    list.add(
      81,
      Math.min(3, (evidence.forms.get(before.key) ?? noEvidence).person) * 8 + Math.min(3, person),
    );
}
