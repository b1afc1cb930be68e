import { lex } from './lexicon.ts';
import type { Outline } from './outline.ts';
import type { OutlineSentences } from './outline-sentences.ts';
import type { Tag } from './word-tags.ts';

/** Words within a name: “Ana de la Ruiz”. */
const PARTICLE = new Set([
  'de',
  'la',
  'von',
  'van',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'di',
  'da',
  'du',
  'dos',
  'del',
  'ter',
  '&',
]);

/** Whether the noun at `j`, right behind another, begins a phrase of its own. */
function beginsAnother(o: Outline, tags: readonly Tag[], j: number): boolean {
  const before = tags[j - 1];
  // “Monday” after a name begins something else.
  if ((o.bits[j] ?? 0) & lex.time && before === 'N') return true;
  // German: “sagte Kahlert leise”, no adjective follows its noun.
  if (!o.doc.language.capitalNouns || tags[j] !== 'W' || o.capital[j] === true) return false;
  return before === 'N' || ((o.bits[j - 1] ?? 0) & lex.speaker) !== 0;
}

/** Whether the word at `j` only leads on to the noun of the phrase from `i`: another determiner, an adjective, a participle. */
function leadsOn(tags: readonly Tag[], i: number, j: number, beforeNoun: boolean): boolean {
  const own = tags[j];
  const before = tags[j - 1];
  if (own === 'D' || own === 'H') return j === i || before === 'D';
  if (!beforeNoun || j === i) return false;
  if (own === 'V') return before === 'D' || before === 'A' || before === 'H';
  if (own === 'G') return before === 'D' || before === 'H';
  return own === 'R' && before === 'D';
}

/** The last noun of the phrase that begins at item `i`, in its sentence; -1 where it has none. */
export function lastNoun(o: Outline, s: OutlineSentences, tags: readonly Tag[], i: number): number {
  const sentence = s.of[i];
  let last = -1;
  for (let j = i; j < o.length && s.of[j] === sentence; j++) {
    const own = tags[j];
    const touches = last === j - 1 && j > i;
    if (own === 'N' || own === 'W') {
      if (touches && beginsAnother(o, tags, j)) break;
      last = j;
      continue;
    }
    const next = s.of[j + 1] === sentence ? tags[j + 1] : undefined;
    const beforeNoun = next === 'N' || next === 'W';
    if (leadsOn(tags, i, j, beforeNoun)) continue;
    if (!touches) break;
    if (own === 'A') continue;
    if (next === 'N' && tags[j - 1] === 'N' && PARTICLE.has(o.lower[j] ?? '')) last = j;
    else if (!beforeNoun || o.lower[j] !== '/') break;
  }
  return last;
}
