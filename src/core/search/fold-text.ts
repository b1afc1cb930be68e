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
