import { wordAt } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import { firstPlaced } from './person-index.ts';
import type { Reference } from './person-reference.ts';
import { resolvePronoun } from './pronoun-resolve.ts';
import { titleKey } from './title.ts';

/** Relations by which families share a surname. */
const families = new Set('husband wife father mother son daughter brother sister widow widower'.split(' '));

/**
 * Whom a role after a possessive pronoun means (`her husband`, `his lawyer`): the one person who is called so in the article or, for
 * families, the one with the surname of whom the pronoun means. Null when that is nobody or several.
 */
export function resolveRelation(reference: Reference): KnownPerson | null {
  const { text, people, from, to } = reference;
  const whose = wordAt(text, from).pronoun;
  const noun = wordAt(text, to - 1);
  if (whose === null || to - from !== 2 || !noun.role) return null;
  const owner = resolvePronoun({ ...reference, to: from + 1 }, whose);
  const start = text.doc.tokens.start[from] ?? 0;
  const fits = (known: KnownPerson): boolean =>
    known !== owner &&
    (known.mentions[0]?.start ?? 0) < start &&
    (noun.roleGender === null || known.person.gender === null || known.person.gender === noun.roleGender);
  const head = titleKey(noun.lower);
  const called = people.filter((known) => known.heads.has(head) && fits(known));
  if (called.length > 0) return only(called);
  if (owner === null || !families.has(head)) return null;
  const surname = surnameOf(owner);
  return only(
    people.filter((known) => fits(known) && known.person.gender !== null && surnameOf(known) === surname),
  );
}

function only(found: readonly KnownPerson[]): KnownPerson | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The last word of a person's full name, in one spelling; empty for those known by one word. */
function surnameOf(known: KnownPerson): string {
  let keys: readonly string[] = [];
  for (const { form } of known.mentions) if (form.keys.length > keys.length) keys = form.keys;
  return keys.length > 1 ? (keys[keys.length - 1] ?? '') : known.person.name;
}

/** Whom `who` means: the person whose name, or whose apposition, ends right before it. */
export function resolveRelative(reference: Reference): KnownPerson | null {
  const { text, placed, from } = reference;
  const end = wordAt(text, from - 1).word === ',' ? from - 1 : from;
  const item = placed[firstPlaced(placed, text.doc.tokens.start[from] ?? 0) - 1];
  if (item === undefined || item.mention === null) return null;
  return item.mention.to === end || item.mention.after?.to === end ? item.known : null;
}

/** Whom an age means (`the 52-year-old`): the one person of that age in the article. */
export function resolveAge(reference: Reference): KnownPerson | null {
  const { text, people, from, to } = reference;
  const { word } = wordAt(text, to - 1);
  const age = /^(\d{1,3})-(?:year-old|jährige[rn]?)$/iu.exec(word)?.[1];
  if (age === undefined || to - from !== 2) return null;
  return only(
    people.filter(({ mentions }) =>
      mentions.some(({ to: end }) => {
        const mark = wordAt(text, end).word;
        return (mark === ',' || mark === '(') && wordAt(text, end + 1).word === age;
      }),
    ),
  );
}
