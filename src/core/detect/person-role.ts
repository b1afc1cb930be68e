import { wordAt } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import type { Reference } from './person-reference.ts';
import { bestOf, scoreCandidates } from './pronoun-resolve.ts';
import { titleKey, titlesOf } from './title.ts';
import { wordSet } from './words.ts';

/** Nouns that any person can be meant by, when gender fits: `the man`. */
const general = new Set('man woman boy girl'.split(' '));

/** Whom a role with a definite article means (`the president`, `the former senator`), or null. */
export function resolveRole(reference: Reference): KnownPerson | null {
  const { text, from, to } = reference;
  const titles = titlesOf(text.doc.language);
  const bare = wordAt(text, from);
  const pointed = wordSet(titles.pointers).has(bare.lower);
  if (!pointed && !bare.title && !bare.softTitle) return null;
  // Only the words up to the first link name the role: `the president of the club`.
  let end = from + (pointed ? 1 : 0);
  // `the council's clerk`: whose clerk he is does not tell him from others.
  for (let i = end; i < to - 1 && i < end + 3; i++) if (wordAt(text, i).lower === "'s") end = i + 1;
  const words: string[] = [];
  while (
    end < to &&
    !wordAt(text, end).mark &&
    !wordSet(titles.links).has(wordAt(text, end).lower) &&
    !wordSet(titles.relatives).has(wordAt(text, end).lower)
  ) {
    words.push(titleKey(wordAt(text, end).lower));
    end++;
  }
  const head = words[words.length - 1];
  if (head === undefined || words.length > 5) return null;
  if (!wordAt(text, end - 1).role) return null;
  const gender = wordAt(text, end - 1).roleGender;
  const bearers = reference.people.filter((known) => known.heads.has(head) && fits(known, gender));
  const exact = bearers.filter((known) => words.every((word) => known.roleWords.has(word)));
  const pool = new Set(exact.length > 0 ? exact : bearers);
  if (pool.size === 0 && general.has(head) && gender !== null)
    for (const known of reference.people) if (known.person.gender === gender) pool.add(known);
  if (pool.size === 0) {
    const related = reference.people.filter(
      (known) => fits(known, gender) && [...known.heads.keys()].some((other) => sameOffice(other, head)),
    );
    for (const known of related) pool.add(known);
  }
  if (pool.size === 1) {
    const [only] = pool;
    const start = text.doc.tokens.start[from] ?? 0;
    return only !== undefined && (only.mentions[0]?.start ?? 0) < start + 400 ? only : null;
  }
  const scores = scoreCandidates(reference, (known) => pool.has(known), null);
  for (const [known, score] of scores)
    scores.set(known, score + 0.3 * Math.log2(1 + (known.heads.get(head) ?? 0)));
  return bestOf(scores);
}

function fits(known: KnownPerson, gender: 'female' | 'male' | null): boolean {
  return gender === null || known.person.gender === null || known.person.gender === gender;
}

/** Offices that newspapers name in several ways. */
const offices = [
  'senator sen lawmaker legislator republican democrat',
  'representative rep congressman congresswoman lawmaker legislator republican democrat',
  'governor gov',
  'president pres',
  'präsident präsidenten bundespräsident bundespräsidenten',
  'kanzler bundeskanzler',
  'kanzlerin bundeskanzlerin',
  'minister außenminister innenminister finanzminister verteidigungsminister justizminister umweltminister',
  'candidate nominee contender frontrunner front-runner challenger',
  'professor prof scholar academic',
  'spokesman spokeswoman spokesperson',
  'chairman chairwoman chair chairperson',
  'attorney lawyer counsel',
  'general gen',
  'minister premier prime-minister',
  'judge justice',
  'ceo executive chief boss',
  'businessman businesswoman billionaire tycoon mogul magnate',
].map((line) => new Set(line.split(' ')));

function sameOffice(a: string, b: string): boolean {
  return offices.some((office) => office.has(a) && office.has(b));
}
