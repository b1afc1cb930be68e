import { firstNameGender, formalName } from './lexicon-names.ts';
import { spellingKey } from './name-fold.ts';
import { particles } from './lexicon-entities.ts';
import type { NameText } from './name-runs.ts';
import { begins, wordAt } from './name-runs.ts';
import { wordSet } from './words.ts';

/** The parts of one mention of a name, folded, as they are compared when mentions are grouped. */
export interface NameForm {
  /** Words that count: without particles and suffixes; initials without stops. */
  readonly words: readonly string[];
  /** The same in one spelling for letters that newspapers write in two ways (`Stoere` and `Støre`). */
  readonly keys: readonly string[];
  /** `jr`, `sr`, `iii`, or null. */
  readonly suffix: string | null;
}

/** The form of the name that stands in the tokens `[from, to)`. */
export function nameForm(text: NameText, from: number, to: number): NameForm {
  const words: string[] = [];
  let suffix: string | null = null;
  for (let i = from; i < to; i++) {
    const word = wordAt(text, i);
    if (i > from && word.suffix) suffix = word.lower.replace('.', '');
    else if (word.mark || word.number) continue;
    else if (!word.particle && !(i === from && opensWithParticle(text, from, to)))
      words.push(word.fold.replaceAll('.', ''));
  }
  if (words.length === 0) for (let i = from; i < to; i++) words.push(wordAt(text, i).fold);
  return { words, keys: words.map(spellingKey), suffix };
}

/** `Van der Meulen`, `De Wit`: only the start of the sentence gives the particle its capital. */
function opensWithParticle(text: NameText, from: number, to: number): boolean {
  const word = wordAt(text, from);
  if (text.begins[from] === begins.inside || to - from < 2 || !wordSet(particles).has(word.lower))
    return false;
  return wordAt(text, from + 1).particle || word.gender === null;
}

/** Whether two given names can be one person's: equal, an initial of the other, or a short form of it. */
function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length <= 2 || b.length <= 2) return a.charAt(0) === b.charAt(0);
  if (formalName(a) === formalName(b)) return true;
  if (!nearlySame(a, b)) return false;
  const genders = [firstNameGender(a), firstNameGender(b)];
  return !(genders.includes('female') && genders.includes('male'));
}

/** Whether the middle names or initials of two names contradict each other (George H. W. and George W.). */
function middlesDiffer(a: readonly string[], b: readonly string[]): boolean {
  const middleA = a.slice(1, -1);
  const middleB = b.slice(1, -1);
  if (middleA.length === 0 || middleB.length === 0) return false;
  return (
    initials(middleA) !== initials(middleB) &&
    !middleA.some((word) => middleB.includes(word) && word.length > 2)
  );
}

function initials(words: readonly string[]): string {
  return words.map((word) => (word.length <= 2 ? word : word.charAt(0))).join('');
}

/** Whether two names of five letters or more differ by one letter: a slip or another transcription. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === 0) return false;
  const restA = a.length > b.length ? a.slice(i + 1) : a.length === b.length ? a.slice(i + 1) : a.slice(i);
  const restB = b.length > a.length ? b.slice(i + 1) : a.length === b.length ? b.slice(i + 1) : b.slice(i);
  return restA === restB;
}

/**
 * Whether two names of two words or more name one person. The last words must agree (in some spelling), and the given names
 * must be compatible; or the words of one stand in the other in their order (`López Obrador`, `Gabriel Boric Font`).
 */
export function sameFullName(a: NameForm, b: NameForm): boolean {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return false;
  const [long, short] = a.keys.length >= b.keys.length ? [a.keys, b.keys] : [b.keys, a.keys];
  const lastA = a.keys[a.keys.length - 1] ?? '';
  const lastB = b.keys[b.keys.length - 1] ?? '';
  const firstA = a.keys[0] ?? '';
  const firstB = b.keys[0] ?? '';
  if (lastA === lastB && firstA === firstB && middlesDiffer(a.keys, b.keys)) return false;
  if (within(short, long)) return true;
  if (middlesDiffer(a.keys, b.keys)) return false;
  if (lastA === lastB)
    return (
      sameGiven(firstA, firstB) ||
      (firstA.length <= 2 && a.keys[1] === firstB) ||
      (firstB.length <= 2 && b.keys[1] === firstA)
    );
  return firstA === firstB && firstA.length > 2 && nearlySame(lastA, lastB);
}

/** Whether all words of `short` stand in `long` in the same order. */
function within(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}
