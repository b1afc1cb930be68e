const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ə: 'e',
  ŋ: 'n',
};
const ascii = /^[\u0000-\u007f]*$/;
const special = /[øđłßıæœþðħəŋ]/g;

/**
 * A name without case and accents, the key under which lexicons hold it and spellings are compared:
 * `Støre` and `STORE` give `store`. Curly apostrophes become straight.
 */
export function foldName(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ‘`]/g, "'")
    .replace(special, (letter) => plain[letter] ?? letter);
}
