import type { Candidate, QuoteFacts } from './candidate.ts';
import type { CueSite } from './cue-site.ts';
import type { CueSites } from './cue-sites.ts';
import { lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { together, type Syntax } from './syntax.ts';
import { weights } from './weights.ts';
import { wordSet } from './words.ts';

/** So many sentences may go on reporting what the first of them announced. */
const MOST_SENTENCES = 4;
const REACH = 60;

/** Whether a sentence has a verb form that reports (first subjunctive) within reach of `near`. */
function reports(x: Syntax, sentence: number, near: number): boolean {
  const forms = wordSet(x.o.doc.language.reported ?? '');
  const clause = x.s.list[sentence];
  if (!clause) return false;
  const from = Math.max(clause.from, Math.min(near, clause.to) - REACH);
  for (let i = from; i < Math.min(clause.to, from + 2 * REACH); i++)
    if (forms.has(x.o.lower[i] ?? '')) return true;
  return false;
}

/** The announcement of a sentence: its first source or verb that says so, with somebody to say it. */
function announcement(x: Syntax, sites: CueSites, sentence: number): CueSite | null {
  let fallback: CueSite | null = null;
  for (const i of sites.inSentence(sentence).slice(0, 12)) {
    const site = sites.at(i);
    if (!site || site.phrase.voice === 0 || isReported(x, site)) continue;
    const strong = site.form === 'source' || site.strength >= 2 || ((x.o.bits[i] ?? 0) & lex.assertion) !== 0;
    if (strong) return site;
    if (site.strength === 1 && site.phrase.voice === 2) fallback ??= site;
  }
  return fallback;
}

/** Whether a site’s own clause is reported already: “Sie habe alles gesagt”. */
function isReported(x: Syntax, site: CueSite): boolean {
  const forms = wordSet(x.o.doc.language.reported ?? '');
  const from = Math.max(Math.min(site.phrase.to, site.from), site.from - REACH);
  for (let i = from; i <= site.from; i++) if (forms.has(x.o.lower[i] ?? '')) return true;
  return false;
}

/** “Die Lage sei „ernst““ after “Ruiz warnte …”: the clause goes on reporting what a sentence before announced. */
function carriedReport(x: Syntax, sites: CueSites, q: QuoteFacts): Candidate | null {
  if (q.alone || !reports(x, q.sentence, q.item)) return null;
  const own = x.s.list[q.sentence];
  let announced = false;
  for (let i = Math.max(own?.from ?? 0, q.item - REACH); i < q.item && !announced; i++) {
    const site = x.tags[i] === 'V' ? sites.at(i) : null;
    announced = site !== null && site.strength > 0 && site.phrase.voice === 2 && !isReported(x, site);
  }
  for (let n = 1; n <= MOST_SENTENCES; n++) {
    const before = x.s.list[q.sentence - n];
    if (!own || !before || before.paragraph !== own.paragraph) return null;
    const site = announcement(x, sites, q.sentence - n);
    if (site) {
      const score = weights.carriedReport - (announced ? 2 : 0) - 0.2 * n + weights.voice[site.phrase.voice];
      return { phrase: site.phrase, cue: { from: site.from, to: site.to }, code: 'sentence-before', score };
    }
    if (!reports(x, q.sentence - n, before.to)) return null;
  }
  return null;
}

/** “Für Ana Ruiz ist das „ein Fehler“”: the sentence opens with whose view it gives. */
function viewpoint(x: Syntax, q: QuoteFacts): Candidate | null {
  const words = wordSet(x.o.doc.language.viewpoints ?? '');
  const from = x.s.list[q.sentence]?.from ?? 0;
  if (!words.has(x.o.lower[from] ?? '') || q.item - from > REACH) return null;
  const p = x.phrases.startingAt.get(from + 1);
  if (!p || !together(x, from, q.item) || p.to > q.item) return null;
  const human = p.kind === 'name' || p.kind === 'pronoun' || speaks(x, p);
  const next = x.tags[p.to];
  if (!human || next === 'Q') return null;
  // French “pour lui, …”, “pour Léa Morin, …”; German “für Lea Morin ist …”.
  const sure = next === ',' || next === 'X' || next === 'V' || next === '(';
  if (!sure) return null;
  const phrase: Phrase = { ...p, voice: 2 };
  return { phrase, cue: { from, to: from + 1 }, code: 'according-to', score: weights.viewpoint };
}

function speaks(x: Syntax, p: Phrase): boolean {
  for (let i = p.from; i < p.to; i++) if ((x.o.bits[i] ?? 0) & lex.speaker) return true;
  return p.to - p.from > 2 && x.tags[p.to - 1] === 'N' && x.tags[p.to - 2] === 'N';
}

/** „…“, zitiert die Zeitung den Minister: whom a verb of citing has for its object, or for its subject when passive. */
function cited(x: Syntax, q: QuoteFacts): Candidate | null {
  const verbs = wordSet(x.o.doc.language.quoters ?? '');
  const clause = x.s.list[q.sentence];
  if (verbs.size === 0 || !clause) return null;
  for (let i = Math.max(clause.from, q.item - 20); i < Math.min(clause.to, q.item + 20); i++) {
    if (!verbs.has(x.o.lower[i] ?? '') || x.tags[i] === 'Q') continue;
    const passive = auxiliaryBefore(x, i);
    let object: Phrase | null = null;
    if (passive >= 0)
      object = x.phrases.endingAt.get(passive) ?? x.phrases.startingAt.get(passive + 1) ?? null;
    else object = objectAfter(x, i);
    if (!object || object.kind === 'determiner') continue;
    const phrase: Phrase = { ...object, voice: 2 };
    return {
      phrase,
      cue: { from: i, to: i + 1 },
      code: passive >= 0 ? 'passive' : 'cue-around',
      score: weights.cited,
    };
  }
  return null;
}

function auxiliaryBefore(x: Syntax, i: number): number {
  for (let k = i - 1; together(x, k, i) && i - k < 20; k--) {
    if (/^(?:wird|werden|wurde|wurden|werde)$/.test(x.o.lower[k] ?? '')) return k;
    if (x.tags[k] === ',' && x.tags[k - 1] !== 'N') break;
  }
  return -1;
}

/** The last phrase right of the verb that hangs on no preposition; the first is the subject when the verb stands first. */
function objectAfter(x: Syntax, i: number): Phrase | null {
  const subjectFirst = !(x.tags[i - 1] === 'Q' || (x.tags[i - 1] === ',' && x.tags[i - 2] === 'Q'));
  let seen = 0;
  if (together(x, i, i + 1) && x.tags[i + 1] === 'O')
    return { from: i + 1, to: i + 2, head: i + 1, kind: 'pronoun', voice: 2 };
  for (let k = i + 1; together(x, k, i) && k < i + 12; k++) {
    if (x.tags[k] === ':' || x.tags[k] === ',') break;
    if (x.tags[k] === 'I') return null;
    const p = x.phrases.startingAt.get(k);
    if (!p) {
      if (x.tags[k] === 'Q' && !subjectFirst) seen++;
      continue;
    }
    seen++;
    if (subjectFirst || seen > 1) return p;
    k = p.to - 1;
  }
  return null;
}

/** „… hat den Plan „einen Fehler“ genannt“: the verb closes the clause behind the marks, its subject stands before them. */
function closingVerb(x: Syntax, sites: CueSites, q: QuoteFacts): Candidate | null {
  if (!x.o.doc.language.capitalNouns) return null;
  for (let i = q.item + 1; together(x, q.item, i) && i < q.item + 7; i++) {
    const t = x.tags[i];
    if (t === ',' || t === ':' || t === 'Q' || t === 'C') return null;
    if (t !== 'V') continue;
    const site = sites.at(i);
    if (!site || site.strength === 0 || site.inverted || site.phrase.to > q.item || site.phrase.voice === 0)
      return null;
    const score = weights.closing[site.strength] - 0.1 * (i - q.item) + weights.voice[site.phrase.voice];
    return { phrase: site.phrase, cue: { from: i, to: i + 1 }, code: 'cue-around', score };
  }
  return null;
}

/** Candidates from reported speech that goes on, from viewpoints and from verbs of citing. */
export function reportedCandidates(x: Syntax, sites: CueSites, q: QuoteFacts): Candidate[] {
  return [carriedReport(x, sites, q), viewpoint(x, q), cited(x, q), closingVerb(x, sites, q)].filter(
    (c) => c !== null,
  );
}
