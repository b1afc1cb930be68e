import { firstNameGender, type NameGender } from './lexicon-names.ts';
import {
  compoundEnd,
  foreignOrganisationWords,
  knownOrganisations,
  demonyms,
  nations,
  organisationWords,
  particles,
  personalVerbs,
  sayingVerbs,
  suffixes,
} from './lexicon-entities.ts';
import { isPlace } from './lexicon-places.ts';
import { isSurname } from './lexicon-surnames.ts';
import { wordTier, type WordTier } from './lexicon-words.ts';
import type { Language } from './languages/language.ts';
import { foldName, spellingKey } from './name-fold.ts';
import { NameCache } from './name-cache.ts';
import { hashWord, shapeOf } from './name-hash.ts';
import { holds, property, startsWith } from './letter-properties.ts';
import type { WordSums } from './name-tally.ts';
import { isHonorific, isRole, titleGender, titleKey, titlesOf } from './title.ts';
import type { WordEntry } from './word-table.ts';
import { wordSet } from './words.ts';

/** What the search for runs asks of every token, one bit each: then most tokens need one look. */
export const trait = {
  capital: 1 << 0,
  suffix: 1 << 1,
  title: 1 << 2,
  particle: 1 << 3,
  mark: 1 << 4,
  /** A mark after which a sentence begins; one after which it does if a stop stands before it; such a stop. */
  opener: 1 << 5,
  quote: 1 << 6,
  ender: 1 << 7,
  pronoun: 1 << 8,
  lowerCase: 1 << 9,
} as const;

/** What is known of a word by itself, apart from where it stands. */
export interface NameWord {
  readonly word: string;
  /** Lower case with straight apostrophes. */
  readonly lower: string;
  readonly fold: string;
  /** One key for the spellings of a name (see `spellingKey`); the fold for words that are no part of names. */
  readonly key: string;
  /** May be part of a name: a capital, and neither a title nor a compound adjective. */
  readonly capital: boolean;
  readonly lowerCase: boolean;
  /** Two letters or more, all of them capitals. */
  readonly allCaps: boolean;
  /** `J.` or `J`. */
  readonly initial: boolean;
  readonly gender: NameGender | null;
  readonly surname: boolean;
  readonly tier: WordTier;
  /** A form of address or an office that is never part of a name: `Mr.`, `President`. */
  readonly title: boolean;
  /** A title that can also be a name: `King`, `Prince`. */
  readonly softTitle: boolean;
  /** A noun for what a person is. */
  readonly role: boolean;
  readonly roleGender: 'female' | 'male' | null;
  readonly organisation: boolean;
  readonly place: boolean;
  readonly demonym: boolean;
  readonly saying: boolean;
  readonly personal: boolean;
  readonly particle: boolean;
  readonly suffix: boolean;
  readonly number: boolean;
  readonly mark: boolean;
  /** Bits of `trait`. */
  readonly traits: number;
  /** A small word that only the start of a sentence capitalises. */
  readonly functionWord: boolean;
  /** A pronoun for one person, and whom it can mean. */
  readonly pronoun: 'female' | 'male' | null;
  /** Hashes of the word, its lower-case form and its shape. */
  readonly wordHash: number;
  readonly lowerHash: number;
  readonly shapeHash: number;
  /** Hashes of its beginnings and ends, for words that may be names. */
  readonly affixes: readonly number[];
  /** What the tagger has worked out for the word, kept for the next time that it meets it. */
  kept: WordSums | null;
}

/** Offices that are also family or given names stay candidates unless another name follows. */
const soft = new Set(
  'king queen prince pope sir lord lady dame emir count countess earl duke duchess baron father brother sister bishop archbishop dean doctor chancellor prophet speaker marshal princess sheikh sheik shaikh sultan emir general'.split(
    ' ',
  ),
);
const hard = new Set(
  ('president senator governor secretary representative congressman congresswoman mayor chairman chairwoman minister professor ambassador director ' +
    'spokesman spokeswoman spokesperson commissioner councillor councilman councilwoman deputy inspector cardinal reverend commander admiral ' +
    'lieutenant superintendent attorney prosecutor premier colonel sergeant detective officer ceo cto cfo founder co-founder mp captain justice alhaji ' +
    'chief excellency highness majesty chairperson brig rtd tsar he hrh h.e ayatollah imam judge undersecretary emperor empress mullah ' +
    'coach leader candidate analyst economist professor lawyer editor').split(' '),
); // prettier-ignore
const arabicArticle = /^(?:al|el|ad|as|ash|an|ar|at|az|d|de|la|le|l|t|o)[-'’]/;
const ascii = /^[\u0000-\u007f]*$/;
const asciiInitials = /^[A-Z]\.?(?:-?[A-Z]\.)*$/;
const initials = /^\p{Lu}\.?(?:-?\p{Lu}\.)*$/u;
const numeric = /^\d/;
const openers = new Set(['“', ':', '•', '„', '«']);
const quotes = new Set(['"', "'", '‘']);
const enders = new Set(['.', '!', '?', ',', ':']);

const caches = new Map<string, NameCache<NameWord>>();

/**
 * Everything that the lexicons know of a token, or of the empty word. Words are looked up once and kept: with the entry of the form, and
 * longer than that, for the table of entries is small.
 */
export function nameWord(entry: WordEntry, language: Language): NameWord {
  return (entry.name ??= wordOf(entry.form, language));
}

/** The same for a word without an entry. */
export function wordOf(form: string, language: Language): NameWord {
  let cache = caches.get(language.code);
  if (cache === undefined) caches.set(language.code, (cache = new NameCache()));
  return cache.get(form, (word) => makeWord(word, language));
}

function makeWord(form: string, language: Language): NameWord {
  const word = form.replace(/’/g, "'");
  const lower = word.toLowerCase();
  const fold = foldName(word);
  const titles = titlesOf(language);
  const key = titleKey(lower);
  const upper = startsWith(word, property.upper);
  const initial = upper && isInitials(word);
  const gender = upper && !initial ? firstNameGender(fold) : null;
  const softTitle = upper && soft.has(key);
  const title =
    upper &&
    !softTitle &&
    !(initial && word.length < 3 && language.code !== 'fr') &&
    (hard.has(key) ||
      (isHonorific(titles, key) && (gender === null || key.length <= 4)) ||
      (language.code !== 'en' && isRole(titles, key)));
  const capital =
    (upper || afterArticle(word)) &&
    !title &&
    !isNation(lower) &&
    !(word.includes('-') && compoundEnd.test(lower));
  const particle = lower === word && wordSet(particles).has(lower);
  const suffix = wordSet(suffixes).has(lower);
  const mark = !holds(word, 0, word.length, property.letter | property.number);
  const small = startsWith(word, property.lower) && !capital;
  const pronoun = wordSet(titles.femalePronouns).has(lower)
    ? 'female'
    : wordSet(titles.malePronouns).has(lower)
      ? 'male'
      : null;
  return {
    word, lower, fold, particle, suffix, mark, pronoun, lowerCase: small, key: capital && fold.length > 5 ? spellingKey(fold) : fold, capital, gender, title, softTitle, initial,
    allCaps: !initial && isAllCapitals(word),
    surname: upper && isSurname(fold),
    tier: wordTier(lower),
    role: isRole(titles, key),
    roleGender: titleGender(titles, key),
    organisation: wordSet(organisationWords).has(key) || wordSet(foreignOrganisationWords).has(lower) || wordSet(knownOrganisations).has(lower),
    place: upper && isPlace(fold),
    demonym: upper && wordSet(demonyms).has(lower),
    saying: wordSet(language.code === 'en' ? sayingVerbs : language.cues[3]).has(lower),
    personal: wordSet(personalVerbs).has(lower),
    number: numeric.test(word),
    traits:
      (capital ? trait.capital : 0) | (suffix ? trait.suffix : 0) | (title ? trait.title : 0) | (particle ? trait.particle : 0) |
      (mark ? trait.mark : 0) | (openers.has(word) ? trait.opener : 0) | (quotes.has(word) ? trait.quote : 0) | (enders.has(word) ? trait.ender : 0) |
      (pronoun === null ? 0 : trait.pronoun) | (small ? trait.lowerCase : 0),
    functionWord: isFunctionWord(language, lower),
    wordHash: hashWord(word),
    lowerHash: hashWord(lower),
    shapeHash: hashWord(shapeOf(word)),
    affixes: capital ? affixesOf(fold) : [],
    kept: null,
  }; // prettier-ignore
}

/** `J`, `J.`, `J.-P.`. */
function isInitials(word: string): boolean {
  return asciiInitials.test(word) || (!ascii.test(word) && initials.test(word));
}

/** Two characters or more, all of them capitals or marks inside names. */
function isAllCapitals(word: string): boolean {
  let count = 0;
  for (const char of word) {
    if (!startsWith(char, property.upper) && !"-'’.".includes(char)) return false;
    count++;
  }
  return count > 1;
}

/** `al-Bashir`, `d'Estaing`: an article in small letters before a capital. */
function afterArticle(word: string): boolean {
  const article = arabicArticle.exec(word)?.[0];
  return article !== undefined && startsWith(word.slice(article.length), property.upper);
}

function isFunctionWord(language: Language, lower: string): boolean {
  const { prepositions, determiners, conjunctions, subordinators } = language;
  return [prepositions, determiners, conjunctions, subordinators].some((list) => wordSet(list).has(lower));
}

/** Nations and their people, in compounds too: `Mexicans`, `African-Americans`. */
function isNation(lower: string): boolean {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  return wordSet(nations).has(last) || (last.endsWith('s') && wordSet(nations).has(last.slice(0, -1)));
}

function affixesOf(fold: string): number[] {
  return [
    hashWord(`^${fold.slice(0, 3)}`),
    hashWord(`${fold.slice(-2)}$`),
    hashWord(`${fold.slice(-3)}$`),
    hashWord(`${fold.slice(-4)}$`),
    hashWord(`^${fold.slice(0, 4)}`),
  ];
}
