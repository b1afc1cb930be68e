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

/** Digraphs that stand for an accented letter, and letters that transcriptions mix up. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'o'],
  [/ae/g, 'a'],
  [/ue(?!$)/g, 'u'],
  [/aa/g, 'a'],
  [/(?:iy|yy|ii|ij|y)$/g, 'i'],
  [/ou/g, 'u'],
  [/kh/g, 'h'],
  [/['-]/g, ''],
];

/** Keys made before, emptied when there are many: eight replacements for each mention of a name would be a good part of all work. */
const keys = new Map<string, string>();
const keysLimit = 4096;

/** One key for the spellings of a name: `støre`, `store`, `stoere` → `store`; `zelenskyy`, `zelensky` → `zelenski`. */
export function spellingKey(fold: string): string {
  const known = keys.get(fold);
  if (known !== undefined) return known;
  let key = fold;
  for (const [pattern, other] of spellings) key = key.replace(pattern, other);
  if (keys.size >= keysLimit) keys.clear();
  keys.set(fold, key);
  return key;
}
