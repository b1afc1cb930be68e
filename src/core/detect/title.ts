import type { Language } from './languages/language.ts';
import { titlesDe } from './title-de.ts';
import { titlesEn } from './title-en.ts';
import { titlesFr } from './title-fr.ts';
import { wordSet } from './words.ts';

/**
 * What a language says of people beside their names. Data only: lower-case words, without the stop of an abbreviation,
 * in strings separated by blanks.
 */
export interface Titles {
  /** Forms of address that stand before a name and tell a woman or a man: `mrs`, `sir`. */
  readonly femaleHonorifics: string;
  readonly maleHonorifics: string;
  /** Forms of address that stand before a name and tell no gender: `dr`, `sen`. */
  readonly honorifics: string;
  /** Nouns for what a person is: offices, professions, relations, `president`, `lawyer`. */
  readonly roles: string;
  /** Of such nouns, those that tell a woman or a man: `spokeswoman`, `wife`. */
  readonly femaleRoles: string;
  readonly maleRoles: string;
  /** Words inside a role, before its noun: `prime`, `vice`, `former`. */
  readonly modifiers: string;
  /** Prepositions that tie a role to what it is over: `Secretary of State`. */
  readonly links: string;
  readonly femalePronouns: string;
  readonly malePronouns: string;
  /** Determiners with which a role points to one already named: `the president`. */
  readonly pointers: string;
  /** Relatives after a person: `who`. */
  readonly relatives: string;
  /** Nouns for groups that a name can stand before: `the Trump administration`. */
  readonly groups: string;
}

const tables: Readonly<Record<string, Titles>> = { en: titlesEn, de: titlesDe, fr: titlesFr };

/** The titles of a language; English ones where a language has none of its own. */
export function titlesOf(language: Language): Titles {
  return tables[language.code] ?? titlesEn;
}

/** The word under which a title is looked up: lower case, without the stop of an abbreviation. */
export function titleKey(lower: string): string {
  return lower.length > 1 && lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Whether a word (by its `titleKey`) is a form of address. */
export function isHonorific(titles: Titles, key: string): boolean {
  return (
    wordSet(titles.honorifics).has(key) ||
    wordSet(titles.femaleHonorifics).has(key) ||
    wordSet(titles.maleHonorifics).has(key)
  );
}

/** Whether a word is a noun for what a person is; compounds count by their last part (`ex-president`). */
export function isRole(titles: Titles, key: string): boolean {
  if (hasRole(titles, key)) return true;
  const hyphen = key.lastIndexOf('-');
  return hyphen > 0 && hasRole(titles, key.slice(hyphen + 1));
}

function hasRole(titles: Titles, key: string): boolean {
  return (
    wordSet(titles.roles).has(key) ||
    wordSet(titles.femaleRoles).has(key) ||
    wordSet(titles.maleRoles).has(key)
  );
}

/** The gender that a form of address or a role tells, if it tells one. */
export function titleGender(titles: Titles, key: string): 'female' | 'male' | null {
  if (wordSet(titles.femaleHonorifics).has(key) || wordSet(titles.femaleRoles).has(key)) return 'female';
  if (wordSet(titles.maleHonorifics).has(key) || wordSet(titles.maleRoles).has(key)) return 'male';
  return null;
}
