import { lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { DEPTH, REACH, antecedentOf, bitsAt, isTime, isVerb } from './phrase-walk.ts';
import { together, type Syntax } from './syntax.ts';

/** Who speaks in a clause, and whether the subject stands right of its verb. */
export interface ClauseSubject {
  readonly phrase: Phrase;
  readonly inverted: boolean;
}

/** Articles that are nominative before a masculine and oblique before a feminine noun. */
const MIXED_CASE = /^(?:der|einer|dieser|jeder|seiner|ihrer|unserer|keiner)$/;
const FEMININE = /(?:ung|heit|keit|schaft|ion|tät|erin|ei|enz|anz)(?:en)?$/;
/** Adverbs and participles that begin a sentence with a capital: “Relativierend fügte sie hinzu”. */
const ADVERBIAL = /(?:end|lich|weise|isch|ig|folgendes)$/;
const RELATIVE = /^(?:der|die|das|welcher|welche|welches)$/;
/** How far right of its verb a subject is looked for. */
const AFTER_REACH = 16;

/** “la directrice, Ana Ruiz.”: from an office to the name that a comma adds. */
export function withName(x: Syntax, p: Phrase): Phrase {
  if (p.kind !== 'common' || x.tags[p.to] !== ',') return p;
  const name = x.phrases.startingAt.get(p.to + 1);
  if (!name || name.kind !== 'name' || name.to - name.from < 2 || !together(x, p.from, name.to - 1)) return p;
  const next = x.tags[name.to];
  const ends = !together(x, p.from, name.to) || next === ',' || next === '.';
  return ends ? { ...name, from: p.from } : p;
}

/** “…“, so die Sprecherin”: the phrase behind the word, when no verb follows it. */
export function thusSays(x: Syntax, i: number): Phrase | null {
  const before = together(x, i - 1, i) ? x.tags[i - 1] : undefined;
  if (before !== ',' && before !== 'Q' && before !== '-' && before !== '(') return null;
  const p = x.phrases.startingAt.get(i + 1);
  if (!p || !together(x, i, i + 1) || p.kind === 'determiner') return null;
  // “so das Fazit der Betreiber”
  const owner = bitsAt(x, p.head) & lex.cueNoun ? x.phrases.startingAt.get(p.to) : undefined;
  if (owner?.kind === 'common' && x.tags[owner.from] === 'D') return { ...owner, voice: 1 };
  return p.voice > 0 ? p : { ...p, voice: 1 };
}

const isBoundary = (t: string | undefined): boolean => t === ',' || t === ':' || t === '-' || t === '.';

/** Whether a phrase may be a subject: not oblique by its article, no time, one that speaks. */
function maySpeak(x: Syntax, p: Phrase): boolean {
  if (p.voice === 0 || isTime(x, p) || p.kind === 'determiner' || p.kind === 'possessive') return false;
  if (x.o.lower[p.from] === 'es' || bitsAt(x, p.from) & lex.time) return false;
  if (/^\d/.test(x.o.lower[p.from] ?? '') && !(bitsAt(x, p.head) & lex.speaker)) return false;
  if (p.to - p.from === 1 && ADVERBIAL.test(x.o.lower[p.from] ?? '')) return false;
  if (!MIXED_CASE.test(x.o.lower[p.from] ?? '')) return true;
  let k = p.from + 1;
  while (k < p.to - 1 && x.o.capital[k] !== true) k++;
  return !FEMININE.test(x.o.lower[k] ?? '');
}

/** Whether a phrase whose noun is on no list has an article of the nominative: “sagte der Student”. */
function isNominative(x: Syntax, p: Phrase): boolean {
  if (p.kind !== 'common' || isTime(x, p)) return false;
  const word = x.o.lower[p.from] ?? '';
  if (word === 'der' || word === 'ein') return maySpeak(x, { ...p, voice: 1 });
  return word === 'die' || word === 'eine' || word === 'das';
}

/** Whether a phrase holds a noun that speaks, or two words of a name. */
function isHuman(x: Syntax, p: Phrase): boolean {
  for (let k = p.from; k < p.to; k++) if (bitsAt(x, k) & lex.speaker) return true;
  return p.kind === 'name' && p.to - p.from > 1 && !(x.o.lower[p.from] ?? '').endsWith('s');
}

/** The first phrase of items `[from, to)` that may be a subject and hangs on no preposition. */
function firstSubject(x: Syntax, from: number, to: number): Phrase | null {
  for (let k = from; k < to; k++) {
    const p = x.phrases.startingAt.get(k);
    if (!p) continue;
    if (maySpeak(x, p) && !(k > 0 && x.tags[k - 1] === 'I' && together(x, k - 1, k))) return p;
    k = p.to - 1;
  }
  return null;
}

const quoteBefore = (x: Syntax, f: number): boolean =>
  x.tags[f - 1] === 'Q' || (x.tags[f - 1] === ',' && x.tags[f - 2] === 'Q');

/** The subject right of the finite verb at `f`, over adverbs, objects and adjuncts. */
function subjectRight(x: Syntax, f: number): Phrase | null {
  let unknown: Phrase | null = null;
  for (let k = f + 1; together(x, k, f) && k < f + AFTER_REACH; k++) {
    const t = x.tags[k];
    if (t === 'Q' && quoteBefore(x, f) && k - f <= 3) {
      // „…“, schrieb die „Neue Zeit“: a title in marks.
      return { from: f + 1, to: k + 1, head: k, kind: 'common', voice: 1 };
    }
    if (isBoundary(t) || t === 'Q') break;
    const p = x.phrases.startingAt.get(k);
    if (!p) continue;
    const adjunct = x.tags[k - 1] === 'I';
    if (!adjunct && maySpeak(x, p)) return p;
    if (isNominative(x, p) && !adjunct) unknown ??= { ...p, voice: 1 };
    k = p.to - 1;
  }
  return unknown;
}

/** Where the clause of the item at `f` begins: behind the nearest comma, colon or dash. */
function clauseStart(x: Syntax, f: number): number {
  let c = f;
  while (together(x, c - 1, f) && f - c < REACH && !isBoundary(x.tags[c - 1])) c--;
  return c;
}

/** The finite verb of the clause of a verb at `i`: itself, or the auxiliary left of a participle. */
function finiteVerb(x: Syntax, i: number): number {
  for (let k = i - 1; together(x, k, i) && i - k < REACH; k--) {
    const t = x.tags[k];
    if (isBoundary(t) || t === 'V') break;
    if (t === 'X') return k;
  }
  return i;
}

/** The verb that “und” ties the one at `f` to: “trat zurück und sagte”. */
function verbBeforeConjunction(x: Syntax, f: number): number {
  let k = f - 1;
  while (together(x, k, f) && x.tags[k] === 'R') k--;
  if (!together(x, k, f) || x.tags[k] !== 'C') return -1;
  for (k--; together(x, k, f) && f - k < REACH; k--) if (isVerb(x, k) && x.o.lower[k] !== 'so') return k;
  return -1;
}

function subordinate(x: Syntax, c: number, i: number): ClauseSubject | null {
  const word = x.o.lower[c] ?? '';
  // “die Ana Ruiz erklärt hatte”: the relative pronoun and the name behind it are read as one phrase.
  const merged = x.phrases.startingAt.get(c);
  const name =
    merged && merged.to <= i && x.tags[c + 1] === 'N' && x.tags[merged.head] === 'N'
      ? { ...merged, from: c + 1, kind: 'name' as const, voice: 2 as const }
      : null;
  const found = name ?? firstSubject(x, c + 1, i);
  if (x.tags[c] === 'S' || x.tags[c] === 'I' || !RELATIVE.test(word)) {
    return found && { phrase: withName(x, found), inverted: false };
  }
  const sure = found !== null && (found.kind === 'pronoun' || (found.voice === 2 && word !== 'der'));
  const phrase = sure && found.from <= c + 3 ? found : antecedentOf(x, c);
  return phrase && { phrase: { ...phrase, voice: phrase.voice === 0 ? 1 : phrase.voice }, inverted: false };
}

/** Whether the verb at `i` closes a clause that a subordinator or a relative pronoun opens at `c`. */
function isSubordinate(x: Syntax, c: number, i: number): boolean {
  const next = x.tags[i + 1];
  const last = !together(x, i, i + 1) || isBoundary(next) || next === 'X' || next === 'Q' || next === 'C';
  if (!last || c === i) return false;
  if (x.tags[c] === 'S' || x.tags[c] === 'E') return true;
  const afterComma = together(x, c - 1, c) && x.tags[c - 1] === ',' && x.tags[c - 2] !== 'Q';
  const prepositional = x.tags[c] === 'I' && x.tags[c + 1] === 'D' && !x.o.capital[c + 2];
  return afterComma && (RELATIVE.test(x.o.lower[c] ?? '') || prepositional);
}

/** “Ana Ruiz, die Ministerin, sagte”: the phrase that opens the sentence when a comma ends it. */
function beforeApposition(x: Syntax, f: number): Phrase | null {
  const from = x.s.list[x.s.of[f] ?? 0]?.from ?? f;
  let c = Math.max(from, f - REACH);
  if (c > from) return null;
  while (x.tags[c] === 'R') c++;
  const p = x.phrases.startingAt.get(c);
  if (!p || !maySpeak(x, p)) return null;
  let end = p.to;
  while (end < f && !isBoundary(x.tags[end]) && x.tags[end] !== 'Q' && !isVerb(x, end)) end++;
  if (x.tags[end] !== ',' || end >= f - 1) return null;
  const name = x.phrases.startingAt.get(end + 1);
  return p.kind === 'common' && name?.kind === 'name' && x.tags[name.to] === ','
    ? { ...name, from: p.from }
    : p;
}

/**
 * The subject of the verb at item `i` where the finite verb stands second: left of it when the clause opens with
 * what may be a subject, else right of it; in a subordinate clause behind its first word; with an auxiliary the
 * subject of that. Null when none is met.
 */
export function clauseSubject(x: Syntax, i: number, depth = 0): ClauseSubject | null {
  const own = clauseStart(x, i);
  // “wie die Ministerin, Ana Ruiz, am Montag sagte”: over the commas of an apposition.
  let c0 = own;
  for (let step = 0; step < 3 && c0 >= 0; step++) {
    if (isSubordinate(x, c0, i)) return subordinate(x, c0, i);
    const before = c0 - 1;
    if (!together(x, before, i) || x.tags[before] !== ',' || isVerb(x, before - 1)) break;
    c0 = clauseStart(x, before);
  }
  const f = finiteVerb(x, i);
  if (f === i && together(x, i, i + 1) && x.tags[i + 1] === 'X' && own < i) {
    const p = firstSubject(x, own, i);
    return p && { phrase: p, inverted: false };
  }
  const tied = depth < DEPTH ? verbBeforeConjunction(x, f) : -1;
  if (tied >= 0) {
    const theirs = clauseSubject(x, tied, depth + 1);
    if (theirs) return { phrase: theirs.phrase, inverted: false };
  }
  const right = (): ClauseSubject | null => {
    const p = subjectRight(x, f);
    return p && { phrase: withName(x, p), inverted: f === i };
  };
  let c = clauseStart(x, f);
  if (c === f) {
    const p = x.tags[f - 1] === ',' && x.tags[f - 2] !== 'Q' ? beforeApposition(x, f) : null;
    return p ? { phrase: p, inverted: false } : right();
  }
  while (c < f && x.tags[c] === 'R') c++;
  const first = x.phrases.startingAt.get(c);
  if (first && maySpeak(x, first)) {
    const next = x.phrases.startingAt.get(f + 1);
    const sure =
      next?.voice === 2 && (next.kind === 'pronoun' || /^(?:der|ein)$/.test(x.o.lower[next.from] ?? ''));
    if (first.voice < 2 && next && sure && maySpeak(x, next)) return { phrase: next, inverted: f === i };
    return { phrase: first, inverted: false };
  }
  if (first && isNominative(x, first)) {
    const after = right();
    const from = after?.phrase.from ?? -1;
    const human = after !== null && (after.phrase.kind === 'pronoun' || isHuman(x, after.phrase));
    if (!human || from > f + 3) return { phrase: { ...first, voice: 1 }, inverted: false };
    return after;
  }
  return (
    right() ??
    (first && first.kind !== 'determiner' && !(bitsAt(x, first.head) & lex.time) && x.tags[c] !== 'I'
      ? { phrase: first, inverted: false }
      : null)
  );
}
