import type { Phrase } from './noun-phrases.ts';
import {
  REACH,
  antecedentOf,
  beforeBracket,
  isAdjunct,
  isTime,
  isVerb,
  leadingPhrase,
} from './phrase-walk.ts';
import { together, type Syntax } from './syntax.ts';

/**
 * Whether the stretch between the commas around item `at` only adds something (`, during a visit to Ohio,`, `, who
 * leads the party,`): it begins with a preposition, a participle or a relative, and a comma stands before it.
 */
function opensAdjunct(x: Syntax, at: number, comma: number): boolean {
  let k = at - 1;
  while (together(x, k, comma) && comma - k < REACH && x.tags[k] !== ',') k--;
  if (!together(x, k, comma) || x.tags[k] !== ',') return false;
  // French “la salle, que la maire, Ana Ruiz, juge …”: the object’s pronoun opens a clause whose subject follows.
  if (/^qu['e]/.test(x.o.lower[k + 1] ?? '') && k + 2 === at) return false;
  const first = x.tags[k + 1];
  // “, while Lee, the mayor, said”: the subject of a clause of its own.
  if (first === 'S' && at === k + 2) return false;
  return first === 'I' || first === 'G' || first === 'E' || first === 'S';
}

/** From an apposition (`the editor of the paper`) back to the name that it explains, when a comma and the name precede. */
function headOfApposition(x: Syntax, p: Phrase): Phrase {
  const k = p.from - 1;
  if (p.kind !== 'common' || x.tags[p.from] !== 'D' || !together(x, k, p.from) || x.tags[k] !== ',') return p;
  const name = x.phrases.endingAt.get(k);
  return name && name.kind === 'name' && name.voice === 2 && !isAdjunct(x, name) ? name : p;
}

/** “her lawyer, Tom Weller, said”: the name between the commas when it is all that stands there. */
function namedAfter(x: Syntax, p: Phrase, from: number, to: number): Phrase | null {
  if (p.kind !== 'common') return null;
  const name = x.phrases.startingAt.get(from + 1);
  const whole = name && name.kind === 'name' && name.voice === 2 && name.to === to;
  return whole ? { ...name, from: p.from } : null;
}

/** The name that an apposition explains, before it or after it; `last` is where its chain of phrases ends. */
function appositionOf(x: Syntax, p: Phrase, last: Phrase, comma: number, to: number): Phrase {
  const head = headOfApposition(x, p);
  // “Ana Ruiz, the editor of the city’s paper, The Courier, said”: the name after the chain is the paper’s.
  if (p !== last && head !== p) return head;
  return namedAfter(x, p, comma, to) ?? head;
}

/** “Lee, whose firm, Acme, sells ropes, said”: from the name inside a relative clause without a verb yet to its antecedent. */
function beyondRelative(x: Syntax, comma: number, inner: Phrase): Phrase | null {
  for (let k = inner.from - 1; together(x, k, comma) && comma - k < 12; k--) {
    if (isVerb(x, k)) return null;
    if (x.tags[k] === 'E' && x.tags[k - 1] === ',') return antecedentOf(x, k);
  }
  return null;
}

/**
 * The subject left of a comma at `j`: what stands between this comma and an earlier one (an apposition, a relative
 * clause, an age, a place) is passed over.
 */
export function acrossCommas(x: Syntax, j: number): Phrase | null {
  let fallback: Phrase | null = null;
  for (let k = j - 1; together(x, k, j) && j - k < REACH; k--) {
    if (x.tags[k] !== ',' || x.o.lower[k] !== ',') continue;
    // “Lee, who, on Friday, said”
    if (x.tags[k - 1] === 'E' && x.o.lower[k - 1] === 'who' && x.tags[k - 2] === ',')
      return { from: k - 1, to: k, head: k - 1, kind: 'relative', voice: 2 };
    let end = k;
    if (x.o.lower[k - 1] === ')') end = beforeBracket(x, k - 1) + 1;
    const found = x.phrases.endingAt.get(end);
    if (!found) continue;
    const p = leadingPhrase(x, found);
    const inAdjunct = opensAdjunct(x, p.from, k);
    if (p.voice > 0 && !isTime(x, p) && !inAdjunct)
      return beyondRelative(x, k, p) ?? appositionOf(x, p, found, k, j);
    fallback ??= isTime(x, p) ? null : p;
  }
  if (fallback) return fallback;
  const near = x.phrases.endingAt.get(j);
  return near ? leadingPhrase(x, near) : null;
}
