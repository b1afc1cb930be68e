import { noteOf, tagsOf } from './annotation-edit.ts';
import { exactOf } from './annotation-passage.ts';
import type { Annotation } from './annotation.ts';

// Marks that a reader leaves out when typing: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. Vowel
// signs of Indic scripts and Thai are letters to their readers and stay.
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

/** Letters that Unicode does not decompose, and signs that have a plainer twin on the keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', þ: 'th', ı: 'i', ς: 'σ',
  '‘': "'", '’': "'", '‚': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-',
  '\u00ad': '', '\u200b': '', '\u200c': '', '\u200d': '', '\u2060': '', '\ufeff': '',
}; // prettier-ignore
const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

// Nothing to fold but capitals: most text in English, and much faster.
const ASCII = /^[\x00-\x7f]*$/;

/** Text as it is compared in a search: without capitals, accents, and the difference between curly and plain marks. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').toLowerCase().replace(MARKS, '');
  return plain.replace(UNPLAIN, (letter) => PLAIN[letter] ?? letter).normalize('NFC');
}

/** The folded words of a query, without repetition; at most 32 of the first 1,000 code units. */
export function queryWords(query: string): readonly string[] {
  const words = foldText(query.slice(0, 1_000))
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, 32);
}

/** Whether every word is found in one of the texts, as a whole word or as a part of one. No words are found in anything. */
export function holdsWords(words: readonly string[], folded: readonly string[]): boolean {
  return words.every((word) => folded.some((text) => text.includes(word)));
}

/** The texts of an annotation that a search looks at, unfolded: quotation, note, tags, names of the speaker. */
export function searchedTexts(annotation: Annotation): readonly string[] {
  const { quotation } = annotation;
  const names = [quotation?.speaker ?? '', quotation?.mention ?? ''];
  return [exactOf(annotation), noteOf(annotation), ...tagsOf(annotation), ...names];
}
