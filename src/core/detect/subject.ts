import { acrossCommas } from './apposition.ts';
import { lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import {
  DEPTH,
  REACH,
  antecedentOf,
  beforeBracket,
  bitsAt,
  isAdjunct,
  isTime,
  isVerb,
  leadingPhrase,
  subjectAfter,
} from './phrase-walk.ts';
import { together, type Syntax } from './syntax.ts';

/** Verbs between a subject and an adjective that announces speech: “remained insistent that”. */
const COPULAS = new Set([
  'remained',
  'remains',
  'remain',
  'seemed',
  'seems',
  'became',
  'sounded',
  'appeared',
  'appears',
  'stayed',
  'felt',
  'grew',
]);

/** Prepositions of the place where one speaks, or to whom: what follows them does not speak. */
const PLACES = new Set(['in', 'to', 'on', 'at', 'before', 'against', 'under', 'after']);
/** Verbs whose object is seen, heard or shown speaking. */
const PERCEIVES =
  /^(?:show|hear|see|saw|quot|featur|caught|record|film|cit|remember|recall|captur|watch|overhear)/;

/** Quantifiers that stand behind the auxiliary. */
const FLOATING = new Set(['all', 'both', 'each']);

/** The subject of the nearest verb left of `j` that asserts something, else null. */
function assertionBefore(x: Syntax, j: number, depth: number): Phrase | null {
  for (let k = j; together(x, k, j) && j - k < REACH; k--) {
    if (x.tags[k] !== 'V' || !(bitsAt(x, k) & lex.assertion) || x.o.lower[k - 1] === 'to') continue;
    const p = subjectOf(x, k, depth + 1);
    if (p && p.kind !== 'relative') return p;
  }
  return null;
}

/** Whether the word at `i` opens a clause that only says when or why. */
function setsScene(x: Syntax, i: number): boolean {
  return x.tags[i] === 'S' || (x.tags[i] === 'I' && (bitsAt(x, i) & lex.subordinator) !== 0);
}

/** The item behind the next comma in `[from, limit)`, or `otherwise`. */
function afterComma(x: Syntax, from: number, limit: number, otherwise: number): number {
  for (let c = from; c < limit; c++) if (x.tags[c] === ',') return c + 1;
  return otherwise;
}

/** The subject of the first finite verb of the sentence, past an opening clause (`When asked, …`). */
export function mainSubject(x: Syntax, limit: number): Phrase | null {
  const clause = x.s.list[x.s.of[limit] ?? 0];
  if (!clause) return null;
  let i = Math.max(clause.from, limit - 2 * REACH);
  // A single dash begins a clause of its own: “… to a halt — a charge the mayor denied, saying “…””.
  const dashes: number[] = [];
  for (let k = i; k < limit; k++) if (x.tags[k] === '-') dashes.push(k);
  if (dashes.length === 1 && dashes[0] !== undefined) i = dashes[0] + 1;
  // “When asked …, X”, “Asked whether Y would …, X”
  if (setsScene(x, i) || x.tags[i] === 'V' || x.tags[i] === 'G') i = afterComma(x, i, limit, i);
  for (; i < limit; i++) {
    if (x.tags[i] === 'E' && x.tags[i - 1] === ',') {
      while (i < limit && x.tags[i] !== ',') i++;
      continue;
    }
    // “a party that elevated his father”: the verb of a relative clause has a subject of its own.
    if (x.tags[i] === 'E') {
      while (i + 1 < limit && !isVerb(x, i + 1) && x.tags[i + 1] !== ',') i++;
      while (i + 1 < limit && (isVerb(x, i + 1) || x.tags[i + 1] === 'R')) i++;
      continue;
    }
    if (!isVerb(x, i)) continue;
    const quoteBefore = x.tags[i - 1] === 'Q' || (x.tags[i - 1] === ',' && x.tags[i - 2] === 'Q');
    if (quoteBefore && x.tags[i] === 'V' && together(x, i - 1, i)) {
      const inverted = x.phrases.startingAt.get(i + 1);
      if (inverted) return inverted;
    }
    const p = subjectOf(x, i, DEPTH);
    if (x.o.doc.language.verbSecond && (!p || p.voice === 0 || isAdjunct(x, p))) {
      const right = subjectAfter(x, i + 1);
      if (right) return right;
    }
    // “In the hours after ten people had left, X”
    if (p && setsScene(x, p.from - 1) && together(x, p.from - 1, i)) {
      i = afterComma(x, i, limit, i + 1) - 1;
      continue;
    }
    if (p && p.voice > 0 && p.kind !== 'relative') return p;
  }
  return null;
}

function nearestVerb(x: Syntax, from: number): number {
  let k = from;
  while (together(x, k, from) && from - k < REACH && !isVerb(x, k)) k--;
  return together(x, k, from) && isVerb(x, k) ? k : -1;
}

/** The subject of a verb in -ing that hangs on a clause: `X left, saying “…”`, `with Y calling it “…”`. */
function participleSubject(x: Syntax, i: number, j: number, depth: number): Phrase | null {
  const direct = x.phrases.endingAt.get(j + 1);
  const opening = direct && direct.voice > 0 && !together(x, direct.from - 1, i);
  // “Signs reading “…” lined the road”
  if (direct && opening) return direct;
  if (direct && direct.voice === 2 && together(x, direct.from - 1, i)) {
    const before = direct.from - 1;
    const word = x.o.lower[before] ?? '';
    // “… – Ana Ruiz saying “…” and Tom Weller calling it “…””
    const parted = x.tags[before] === 'C' && (x.tags[before - 1] === 'Q' || x.tags[before - 1] === ',');
    if (direct.kind === 'name' && (x.tags[before] === '-' || parted)) return direct;
    // “with Ana Ruiz calling it”, “heard Ana Ruiz saying”; not “wrote on Facebook saying”, “emailed members saying”
    if (x.tags[before] === 'I' && !PLACES.has(word)) return direct;
    if ((x.tags[before] === 'V' || x.tags[before] === 'G') && PERCEIVES.test(word)) return direct;
  }
  // “, with one of her ads asking, “…””
  const leading = direct && direct.voice > 0 ? leadingPhrase(x, direct) : null;
  if (leading && x.o.lower[leading.from - 1] === 'with' && together(x, leading.from - 1, i)) return leading;
  const asserting = assertionBefore(x, j, depth);
  if (asserting) return asserting;
  if (x.tags[j] === ',' || depth > 0) {
    const main = depth < DEPTH ? mainSubject(x, j) : null;
    if (main) return main;
  }
  const verb = nearestVerb(x, j);
  if (verb >= 0 && depth < DEPTH) {
    const p = subjectOf(x, verb, depth + 1);
    if (p) return p;
  }
  // “Saying “…,” the mayor left”: the subject follows the comma.
  let f = i + 1;
  while (together(x, f, i) && f - i < REACH && x.tags[f] !== ',' && x.tags[f] !== 'Q') f++;
  while (together(x, f, i) && (x.tags[f] === ',' || x.tags[f] === 'Q')) f++;
  return x.phrases.startingAt.get(f) ?? null;
}

/** The subject that a relative pronoun at `j` is: itself for *who*, else what it stands for. */
function relativeSubject(x: Syntax, j: number): Phrase | null {
  if (x.o.lower[j] === 'who') return { from: j, to: j + 1, head: j, kind: 'relative', voice: 2 };
  return antecedentOf(x, j);
}

/** The subject that the verb behind the conjunction at `j` has in common with a verb before it. */
function coordinatedSubject(x: Syntax, j: number, depth: number): Phrase | null {
  if (depth >= DEPTH) return null;
  const asserting = assertionBefore(x, j - 1, depth);
  if (asserting) return asserting;
  const main = mainSubject(x, j);
  if (main && (main.voice === 2 || x.tags[j - 1] === ',')) return main;
  const verb = nearestVerb(x, j - 1);
  return verb >= 0 ? subjectOf(x, verb, depth + 1) : null;
}

/** The subject left of the comma at `j`: before its bracket, or over an apposition. */
function beforeComma(x: Syntax, j: number): Phrase | null {
  if (x.o.lower[j - 1] === ')') {
    const k = beforeBracket(x, j - 1);
    const p = x.phrases.endingAt.get(k + 1);
    if (p && together(x, k, j)) return leadingPhrase(x, p);
  }
  return acrossCommas(x, j);
}

/** The dash that opens the aside which the dash at `j` closes, or -1. */
function openingDash(x: Syntax, j: number): number {
  let k = j - 1;
  while (together(x, k, j) && j - k < REACH && x.tags[k] !== '-') k--;
  return together(x, k, j) && x.tags[k] === '-' ? k : -1;
}

/**
 * The subject of the verb at item `i`, found by walking left: over auxiliaries and adverbs, appositions, brackets,
 * dashes and times, through coordinations, infinitives and participles. Null when the walk meets no subject.
 */
export function subjectOf(x: Syntax, i: number, depth = 0): Phrase | null {
  let j = i - 1;
  const participle = x.tags[i] === 'G' && x.tags[j] !== 'X';
  let sawTo = false;
  for (let step = 0; together(x, j, i) && step < REACH; step++) {
    const t = x.tags[j];
    if (t === 'X' || t === 'R') {
      if (participle && t === 'X') return subjectOf(x, j, depth);
      j--;
      continue;
    }
    if (x.o.lower[j] === 'to' && !sawTo) {
      sawTo = true;
      const verb = nearestVerb(x, j - 1);
      return verb >= 0 && depth < DEPTH ? subjectOf(x, verb, depth + 1) : null;
    }
    if (participle) return participleSubject(x, i, j, depth);
    if (t === ',') return beforeComma(x, j);
    if (t === '(') {
      j = beforeBracket(x, j);
      continue;
    }
    if (t === 'E') return relativeSubject(x, j);
    if (t === 'C') return coordinatedSubject(x, j, depth);
    if (t === '-') {
      const opening = openingDash(x, j);
      if (opening < 0) return x.phrases.endingAt.get(j) ?? null;
      j = opening - 1;
      continue;
    }
    if (t === 'Q') {
      j--;
      continue;
    }
    const p = x.phrases.endingAt.get(j + 1);
    if (!p && step === 0 && t === 'V' && COPULAS.has(x.o.lower[j] ?? '') && depth < DEPTH)
      return subjectOf(x, j, depth + 1);
    if (!p) return null;
    if (t === 'A') return p;
    // “Lee and Park have all said”
    if (p.kind === 'determiner' && FLOATING.has(x.o.lower[j] ?? '') && x.tags[p.from - 1] === 'X') {
      j = p.from - 1;
      continue;
    }
    if (isTime(x, p)) {
      j = p.from - 1;
      if (x.tags[j] === 'I' && together(x, j, i)) j--;
      continue;
    }
    return leadingPhrase(x, p);
  }
  return null;
}
