import { anyCue, lex } from './lexicon.ts';
import type { Language } from './languages/language.ts';

/** Part of speech, as far as attribution needs it; one letter each, so that a set of them is a string. */
export type Tag =
  | 'Q' // a whole quotation
  | 'N' // a word of a name
  | 'W' // another noun or adjective, a number
  | 'D' // determiner
  | 'H' // possessive pronoun
  | 'A' // possessive ’s
  | 'P' // subject pronoun
  | 'O' // object pronoun
  | 'V' // verb, finite or past participle
  | 'G' // verb in -ing
  | 'X' // auxiliary
  | 'R' // adverb
  | 'I' // preposition
  | 'C' // conjunction
  | 'S' // subordinator
  | 'E' // relative
  | ',' // comma, semicolon
  | ':'
  | '-' // dash between words
  | '(' // bracket
  | '.'; // any other mark

const ED = /[a-zà-ÿ]{2}ed$/;
const ING = /[a-zà-ÿ]{2}ing$/;
const NOT_GERUND =
  /(?:thing|^(?:king|ring|spring|evening|morning|meeting|hearing|building|wing|string|ceiling|briefing|wedding))$/;
const LY = /[a-z]{3}ly$/;
const NOT_ADVERB =
  /^(?:family|ally|reply|july|italy|early|only|bully|rally|assembly|supply|daily|weekly|monthly|anomaly)$/;

/** The tag of a mark of punctuation. */
export function markTag(word: string): Tag {
  if (word === ',' || word === ';') return ',';
  if (word === ':') return ':';
  if (word === '—' || word === '–' || word === '―' || /^-+$/.test(word)) return '-';
  if (word === '(' || word === ')' || word === '[' || word === ']') return '(';
  if (word === '$' || word === '#' || word === '@' || word === '%' || word === '&') return 'W';
  return '.';
}

/** The tag of a small word of a closed list, or null for a word of an open class. `bits` are those of `lex`. */
export function closedClassTag(bits: number, word: string, { code }: Language): Tag | null {
  if (word === "'s" || word === '’s') return null;
  if (bits & lex.relative && !(bits & lex.determiner && code === 'fr')) return 'E';
  if (bits & lex.pronoun) return 'P';
  if (bits & lex.possessive) return 'H';
  if (bits & lex.objectPronoun) return 'O';
  if (bits & lex.auxiliary) return 'X';
  if (bits & lex.determiner) return 'D';
  if (bits & lex.conjunction) return 'C';
  if (bits & lex.adverb) return 'R';
  if (bits & lex.preposition) return 'I';
  if (bits & lex.subordinator) return 'S';
  return null;
}

/** The tag of a word of an open class by the lists and by its ending, before its neighbours are looked at. */
export function openClassTag(bits: number, word: string, { code }: Language): Tag {
  const english = code === 'en';
  if (bits & (anyCue | lex.verb)) return english && word.endsWith('ing') ? 'G' : 'V';
  if (!english) return 'W';
  if (LY.test(word) && !NOT_ADVERB.test(word)) return 'R';
  if (ED.test(word) && !(bits & lex.speaker)) return 'V';
  if (ING.test(word) && !NOT_GERUND.test(word)) return 'G';
  return 'W';
}
