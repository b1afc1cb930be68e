import type { CueSite } from './cue-site.ts';
import type { Phrase } from './noun-phrases.ts';
import { mainSubject } from './subject.ts';
import { together, type Syntax } from './syntax.ts';
import { wordSet } from './words.ts';

/** Between the preposition and its noun at most so many words: “nach den ersten vorliegenden Angaben”. */
const NOUN_REACH = 5;

const ownVoice = (p: Phrase): Phrase => (p.voice > 0 ? p : { ...p, voice: 1 });

function possessive(k: number): Phrase {
  return { from: k, to: k + 1, head: k, kind: 'possessive', voice: 2 };
}

/** The one whose view the noun at `n` gives: a possessive before it, or what follows it (`der Polizei`, `von Ana Ruiz`). */
function holder(x: Syntax, from: number, n: number): Phrase | null {
  for (let k = from; k < n; k++) {
    if (x.tags[k] === 'H') return possessive(k);
    // “Schäubles Ansicht”: a name in the genitive.
    if (x.tags[k] === 'N' && k === n - 1 && (x.o.lower[k] ?? '').endsWith('s'))
      return { from: k, to: n, head: k, kind: 'name', voice: 2 };
    if ((x.o.lower[k] ?? '').startsWith('eigene'))
      return mainSubject(x, (x.s.list[x.s.of[n] ?? 0]?.to ?? n) - 1);
  }
  const next = together(x, n, n + 1) ? n + 1 : -1;
  if (next < 0) return null;
  const after = /^vo[nm]$/.test(x.o.lower[next] ?? '') ? next + 1 : next;
  const p = x.phrases.startingAt.get(after);
  return p && together(x, n, after) && p.kind !== 'pronoun' ? ownVoice(p) : null;
}

/**
 * The source that a preposition and a noun of saying make: “nach Angaben der Polizei”, “nach seiner Ansicht”,
 * “ihrer Meinung nach”. `i` is the preposition's item. Null when there is none.
 */
export function viewSource(x: Syntax, i: number): CueSite | null {
  const nouns = wordSet(x.o.doc.language.sourceNouns ?? '');
  if (nouns.size === 0 || x.o.lower[i] !== 'nach') return null;
  const site = (from: number, to: number, phrase: Phrase): CueSite => ({
    from,
    to,
    form: 'source',
    strength: 3,
    phrase,
    inverted: true,
  });
  if (together(x, i - 2, i) && nouns.has(x.o.lower[i - 1] ?? '')) {
    if (x.tags[i - 2] === 'H') return site(i - 1, i + 1, possessive(i - 2));
  }
  for (let n = i + 1; together(x, i, n) && n <= i + NOUN_REACH; n++) {
    if (x.tags[n] === ',' || x.tags[n] === 'V') return null;
    if (!nouns.has(x.o.lower[n] ?? '') || x.o.capital[n] !== true) {
      // A bekunden or an ansicht may be written in capitals only; other capitals are other nouns, but for a genitive.
      continue;
    }
    const phrase = holder(x, i + 1, n);
    return phrase && site(i, n + 1, phrase);
  }
  return null;
}
