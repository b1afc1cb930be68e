import { lex } from './lexicon.ts';
import type { Phrase } from './noun-phrases.ts';
import { together, type Syntax } from './syntax.ts';

/** No walk goes further than this many items, so that a sentence of any length costs the same. */
export const REACH = 70;
/** Nor deeper than this many clauses. */
export const DEPTH = 4;
const CLIMBS = new Set([
  'of',
  'in',
  'at',
  'for',
  'from',
  'with',
  'on',
  'to',
  'by',
  'near',
  'through',
  'around',
  'behind',
  'under',
  'outside',
  'inside',
  'who',
]);

const PARTICIPLE = /(?:ed|en|wn|ought)$/;

/** Articles of the German genitive: what they begin belongs to the noun before. */
const GENITIVE = /^(?:des|der|eines|einer|ihrer|seiner|dieser|dieses)$/;

export const bitsAt = (x: Syntax, i: number): number => x.o.bits[i] ?? 0;
export const isTime = (x: Syntax, p: Phrase): boolean => (bitsAt(x, p.head) & lex.time) !== 0;
export const isVerb = (x: Syntax, i: number): boolean => x.tags[i] === 'V' || x.tags[i] === 'X';

/** From the last noun phrase of a chain (“the head of the union”) to the one that leads it (“the head”). */
export function leadingPhrase(x: Syntax, phrase: Phrase): Phrase {
  let p = phrase;
  for (let step = 0; step < DEPTH; step++) {
    const k = p.from - 1;
    if (!together(x, k, p.from)) break;
    const word = x.o.lower[k] ?? '';
    const owned = x.o.doc.language.capitalNouns ? x.phrases.endingAt.get(p.from) : undefined;
    if (owned && GENITIVE.test(x.o.lower[p.from] ?? '')) {
      p = owned;
      continue;
    }
    if (x.tags[k] === 'I' && CLIMBS.has(word)) {
      const outer = x.phrases.endingAt.get(k);
      if (outer && outer.kind !== 'pronoun' && !isTime(x, outer) && (word === 'of' || outer.voice > 0)) {
        // “32 % of voters”: the number does not speak.
        if (outer.voice === 0 && p.voice === 2 && word === 'of') break;
        p = outer;
        continue;
      }
      // “protesters marching through the streets”, “a letter obtained by the agency”
      const reduced = word === 'by' && x.tags[k - 1] === 'V' && PARTICIPLE.test(x.o.lower[k - 1] ?? '');
      if ((x.tags[k - 1] === 'G' || reduced) && together(x, k - 1, k)) {
        const actor = x.phrases.endingAt.get(k - 1);
        if (actor && (actor.voice === 2 || (reduced && actor.voice === 1))) {
          p = actor;
          continue;
        }
      }
    }
    break;
  }
  return p;
}

/** Skips back over a bracket that closes at `j`; gives the item before it. */
export function beforeBracket(x: Syntax, j: number): number {
  let k = j - 1;
  while (together(x, k, j) && j - k < REACH && x.tags[k] !== '(') k--;
  return k - 1;
}

/** Whether a phrase hangs on a preposition. */
export function isAdjunct(x: Syntax, p: Phrase): boolean {
  return together(x, p.from - 1, p.from) && x.tags[p.from - 1] === 'I';
}

/** How far right of its verb a subject is looked for in a language that puts it there. */
const AFTER_REACH = 10;

/** The subject right of a verb, over adverbs, objects in oblique cases and adjuncts: `sagte am Montag der Minister`. */
export function subjectAfter(x: Syntax, i: number): Phrase | null {
  for (let k = i; together(x, k, i) && k < i + AFTER_REACH; k++) {
    const t = x.tags[k];
    if (t === ',' || t === 'Q' || t === ':') return null;
    const p = x.phrases.startingAt.get(k);
    if (!p) continue;
    if (p.voice > 0 && !(x.tags[k - 1] === 'I' && k > i) && !isTime(x, p)) return p;
    k = p.to - 1;
  }
  return null;
}

/** What the relative pronoun at item `j` stands for: the phrase before it, or null. */
export function antecedentOf(x: Syntax, j: number): Phrase | null {
  let end = j;
  if (x.tags[end - 1] === ',') end--;
  if (x.o.lower[end - 1] === ')') end = beforeBracket(x, end - 1) + 1;
  const found = together(x, end - 1, j) ? x.phrases.endingAt.get(end) : undefined;
  return found ? leadingPhrase(x, found) : null;
}
