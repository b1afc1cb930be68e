import { property, startsWith } from './letter-properties.ts';
import { begins, wordAt, type NameText, type TaggedName } from './name-runs.ts';
import type { NameWord } from './name-words.ts';

/** Marks around a nickname, and what closes each. */
const closers = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', "'"],
  ["'", "'"],
  ['(', ')'],
  ['«', '»'],
  ['„', '“'],
]);
/** A nickname is at most this many words long. */
const nicknameLimit = 3;

/**
 * Joins names that a nickname in marks parts: `Dwayne “The Rock” Johnson`, `William (Bill) Torrance`. A known first name, or a name that
 * was found, must stand directly before the marks, and a word that can be a surname directly after them.
 */
export function joinNicknames(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const joined: TaggedName[] = [];
  // Runs and names end at the same places but for the stop of an initial, which only a name holds.
  const places = [...text.runs, ...names.filter(({ to }) => wordAt(text, to - 1).word === '.')].filter(
    ({ to }) => closing(text, to) >= 0,
  );
  if (places.length === 0) return [...names];
  const starts = new Map(names.map((name) => [name.from, name]));
  const ends = new Map(names.map((name) => [name.to, name]));
  for (const { from, to } of places) {
    const close = closing(text, to);
    const before = ends.get(to);
    const given = before?.from ?? givenFrom(text, from, to);
    const after = starts.get(close + 1);
    const surname = wordAt(text, close + 1);
    if (given < 0 || (after === undefined && !canEnd(text, close + 1, surname))) continue;
    const probability = Math.max(before?.probability ?? 0.5, after?.probability ?? 0.5, 0.8);
    joined.push({ from: given, to: after?.to ?? close + 2, probability });
  }
  if (joined.length === 0) return [...names];
  joined.sort((a, b) => a.from - b.from);
  const out: TaggedName[] = [];
  let next = 0;
  for (const name of [...names].sort((a, b) => a.from - b.from)) {
    for (let one = joined[next]; one !== undefined && one.to <= name.from; one = joined[++next])
      out.push(one);
    const one = joined[next];
    if (one === undefined || name.to <= one.from) out.push(name);
  }
  out.push(...joined.slice(next));
  return out;
}

/** The token of the mark that closes a nickname opened at token `i`, or -1. */
function closing(text: NameText, i: number): number {
  const open = wordAt(text, i).word;
  const close = closers.get(open);
  if (close === undefined || !gapBefore(text, i) || gapBefore(text, i + 1)) return -1;
  for (let k = i + 1; k <= i + 1 + nicknameLimit; k++) {
    const word = wordAt(text, k);
    if (text.begins[k] === begins.paragraph) return -1;
    if (word.word === close) return k > i + 1 && !gapBefore(text, k) && gapBefore(text, k + 1) ? k : -1;
    if (
      !(word.capital || word.title || word.softTitle || word.functionWord) ||
      startsWith(word.word, property.lower)
    )
      return -1;
  }
  return -1;
}

/** Whether there is a blank before token `i`. */
function gapBefore(text: NameText, i: number): boolean {
  const { start, end } = text.doc.tokens;
  return (start[i] ?? 0) > (end[i - 1] ?? 0);
}

/** Where the known first names at the end of a run begin, or -1. */
function givenFrom(text: NameText, from: number, to: number): number {
  let first = to;
  while (first > from && isGiven(wordAt(text, first - 1), first < to)) first--;
  while (first < to && wordAt(text, first).initial && first > from) first++;
  return first < to ? first : -1;
}

function isGiven(word: NameWord, inner: boolean): boolean {
  return word.initial || (word.gender !== null && (word.tier < 3 || inner) && !word.place);
}

function canEnd(text: NameText, i: number, word: NameWord): boolean {
  if (!word.capital || word.organisation || word.demonym || word.allCaps || text.inPlace[i] === 1)
    return false;
  return word.surname || (word.tier === 0 && !word.place);
}
