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

/**
 * One letter for the digraphs that stand for an accented letter, and for letters that transcriptions mix up. Plain searches: nine
 * expressions would have to be made for the first name.
 */
function respell(fold: string): string {
  let key = fold.replaceAll('oe', 'o').replaceAll('ae', 'a');
  if (key.includes('ue')) key = key.replace(/ue(?!$)/g, 'u');
  key = key.replaceAll('aa', 'a');
  if (/[yij]$/.test(key)) key = key.replace(/(?:iy|yy|ii|ij|y)$/, 'i');
  return key.replaceAll('ou', 'u').replaceAll('kh', 'h').replaceAll("'", '').replaceAll('-', '');
}

/** Keys made before, emptied when there are many: nine replacements for each mention of a name would be a good part of all work. */
const keys = new Map<string, string>();
const keysLimit = 4096;

/** One key for the spellings of a name: `støre`, `store`, `stoere` → `store`; `zelenskyy`, `zelensky` → `zelenski`. */
export function spellingKey(fold: string): string {
  const known = keys.get(fold);
  if (known !== undefined) return known;
  const key = respell(fold);
  if (keys.size >= keysLimit) keys.clear();
  keys.set(fold, key);
  return key;
}
