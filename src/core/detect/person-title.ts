import type { NameText } from './name-runs.ts';
import { begins, wordAt } from './name-runs.ts';
import { titleGender, titleKey, titlesOf } from './title.ts';
import { wordSet } from './words.ts';

/** What stands before or after a name and tells who it is. All positions are token indices. */
export interface TitleFound {
  /** First token of the title; the title ends before the name (or, for an apposition, at `to`). */
  readonly from: number;
  readonly to: number;
  /** The role without forms of address and determiners, `[from, to)` in tokens, or null for a mere `Mr.`. */
  readonly role: { readonly from: number; readonly to: number } | null;
  /** The noun of the role, lower case: `secretary`. */
  readonly head: string | null;
  readonly gender: 'female' | 'male' | null;
}

/** A title is at most this many tokens long. */
const titleLimit = 9;

/** The title before the name that starts at token `nameFrom`, or null. */
export function titleBefore(text: NameText, nameFrom: number): TitleFound | null {
  const apart = officeBefore(text, nameFrom);
  if (apart !== null) return apart;
  const titles = titlesOf(text.doc.language);
  const links = wordSet(titles.links);
  const modifiers = wordSet(titles.modifiers);
  let from = nameFrom;
  let head: string | null = null;
  let gender: TitleFound['gender'] = null;
  let roleFrom = nameFrom;
  let roleTo = nameFrom;
  for (let i = nameFrom - 1; i >= 0 && nameFrom - i <= titleLimit; i--) {
    if (
      text.begins[i + 1] === begins.paragraph ||
      (text.begins[i + 1] === begins.sentence && i + 1 === nameFrom && !text.words[i]?.word.endsWith('.'))
    )
      break;
    const word = wordAt(text, i);
    const key = titleKey(word.lower);
    if (isVerb(text, i)) break;
    if (word.role || word.title || word.softTitle) {
      const honorific = word.title && !word.role;
      gender ??= titleGender(titles, key);
      if (!honorific) {
        if (head === null) {
          head = key;
          roleTo = i + 1;
        }
        roleFrom = i;
      }
      from = i;
      continue;
    }
    const roleStarted = head !== null;
    if (roleStarted && (modifiers.has(key) || word.demonym || word.organisation) && from === i + 1) {
      from = roleFrom = i;
      continue;
    }
    // `Secretary of State`, `Secretary of the Treasury`: capitals after a link that follows a role.
    if (!roleStarted && (word.capital || word.lower === 'the') && linked(text, i, links) >= 0) {
      const at = linked(text, i, links);
      const roleWord = wordAt(text, at);
      head = titleKey(roleWord.lower);
      gender ??= roleWord.roleGender;
      roleTo = from;
      from = roleFrom = at;
      i = at;
      continue;
    }
    break;
  }
  if (from === nameFrom) return null;
  return { from, to: nameFrom, role: head === null ? null : { from: roleFrom, to: roleTo }, head, gender };
}

/** `the mayor, Ada Quist,`: an office with its article that a comma parts from the name. */
function officeBefore(text: NameText, nameFrom: number): TitleFound | null {
  const { language } = text.doc;
  const role = wordAt(text, nameFrom - 2);
  if (wordAt(text, nameFrom - 1).word !== ',' || !role.role || !(role.lowerCase || language.capitalNouns))
    return null;
  let from = nameFrom - 2;
  while (nameFrom - from < 6 && wordSet(titlesOf(language).modifiers).has(wordAt(text, from - 1).lower))
    from--;
  const article = wordAt(text, from - 1).lower;
  const determined =
    wordSet(titlesOf(language).pointers).has(article) || wordSet(language.possessives).has(article);
  // `the council's clerk, Ada Quist,`
  if (!determined && article !== "'s") return null;
  return {
    from,
    to: nameFrom,
    role: { from, to: nameFrom - 1 },
    head: titleKey(role.lower),
    gender: role.roleGender,
  };
}

/** The role noun before the link (`of`, `of the`) that a capitalised title word at `i` hangs on, or -1. */
function linked(text: NameText, i: number, links: ReadonlySet<string>): number {
  for (let k = i; k > 0 && i - k < 4; k--) {
    const word = wordAt(text, k);
    const before = wordAt(text, k - 1);
    if (links.has(word.lower) && word.lowerCase)
      return before.role && before.word !== before.lower ? k - 1 : -1;
    if (!word.capital && word.lower !== 'the' && word.lower !== 'and') return -1;
  }
  return -1;
}

/** Words that end an apposition. */
const stops = new Set([
  ',',
  '.',
  ';',
  ':',
  '—',
  '–',
  '--',
  '(',
  ')',
  '"',
  '“',
  '”',
  '!',
  '?',
  '…',
  '...',
  '«',
  '»',
]);

/**
 * The apposition after the name that ends before token `nameTo`: `, the special envoy,`, `, a spokesman for X`,
 * `, 47, head of the agency`. Null when what follows the comma is no role.
 */
export function appositionAfter(text: NameText, nameTo: number): TitleFound | null {
  if (copulas.has(wordAt(text, nameTo).lower)) return predicateAfter(text, nameTo);
  if (wordAt(text, nameTo).word !== ',' && wordAt(text, nameTo).word !== '(') return null;
  const titles = titlesOf(text.doc.language);
  const links = wordSet(titles.links);
  const relatives = wordSet(titles.relatives);
  const prepositions = wordSet(text.doc.language.prepositions);
  let from = nameTo + 1;
  if (wordAt(text, from).number && wordAt(text, from + 1).word === ',') from += 2;
  const determiner = wordAt(text, from);
  const skipped = determinersAfter.has(determiner.lower);
  if (skipped) from++;
  let head: string | null = null;
  let gender: TitleFound['gender'] = null;
  let to = from;
  for (let i = from; i < text.words.length && i - from < 14; i++) {
    const word = wordAt(text, i);
    if (stops.has(word.word) || text.begins[i] === begins.paragraph || relatives.has(word.lower)) break;
    if (head === null && (links.has(word.lower) || prepositions.has(word.lower))) break;
    if (head === null && !skipped && isVerb(text, i)) return null;
    if (head === null && (word.saying || (word.personal && !word.role))) return null;
    if (head !== null && (word.saying || word.personal || clauseWords.has(word.lower))) break;
    if (word.role && (head === null || !linkedSince(text, from, i, links))) {
      head = titleKey(word.lower);
      gender = word.roleGender ?? gender;
    }
    to = i + 1;
  }
  if (head === null) return null;
  // `Smith, John said`: a capital first and no determiner is a list rather than an apposition, unless it is a role.
  if (!skipped && wordAt(text, from).gender !== null) return null;
  return { from: nameTo, to, role: { from, to }, head, gender };
}

/** `Ada Quist became mayor of Port Allen`, `was the first woman judge`: an office that a verb gives to the name. */
function predicateAfter(text: NameText, nameTo: number): TitleFound | null {
  const { language } = text.doc;
  const modifiers = wordSet(titlesOf(language).modifiers);
  let from = nameTo + 1;
  if (determinersAfter.has(wordAt(text, from).lower)) from++;
  let to = from;
  while (to - from < 4 && (modifiers.has(wordAt(text, to).lower) || wordAt(text, to).demonym)) to++;
  while (wordAt(text, to).role && wordAt(text, to + 1).role) to++;
  const word = wordAt(text, to);
  if (!word.role || wordAt(text, to + 1).capital) return null;
  to++;
  return { from: nameTo, to, role: { from, to }, head: titleKey(word.lower), gender: word.roleGender };
}

/** Verbs that say what their subject is. */
const copulas = new Set('is was became remains'.split(' '));

/** Whether a word that can be a role is a verb of speech here: French `juge` with neither article nor comma of its own. */
function isVerb(text: NameText, i: number): boolean {
  const { language } = text.doc;
  const word = wordAt(text, i);
  if (!word.role || !word.lowerCase || !language.verbSecond || language.capitalNouns) return false;
  if (
    !wordSet(language.cues[1]).has(word.lower) &&
    !wordSet(language.cues[2]).has(word.lower) &&
    !wordSet(language.cues[3]).has(word.lower)
  )
    return false;
  return wordAt(text, i - 1).mark;
}

function linkedSince(text: NameText, from: number, to: number, links: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (links.has(wordAt(text, i).lower)) return true;
  return false;
}

const determinersAfter = new Set(
  "the a an his her their its our my one le la un une l' der die das ein eine einer sein seine".split(' '),
);
const clauseWords = new Set(
  'and but that when while after before because as with says said whether dans selon und aber et mais'.split(
    ' ',
  ),
);
