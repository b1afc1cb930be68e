import { foldText } from './fold-text.ts';

/** No word of any language is longer; a run of letters that is one is cut, in UTF-16 code units. */
const LONGEST = 64;
/** So many tokens of one text are looked at: a note of its greatest length has fewer. */
const MANY = 200_000;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const IS_UNSPACED = new RegExp(UNSPACED.source, 'u');

/**
 * The tokens of a text in order: words, folded; where a script has no spaces, every two neighbouring characters, and the last one of
 * a run by itself, so that each character begins a token. Overlapping pairs rather than a segmenter's words: they are the same in
 * every browser and version, which an index on the disk must be, and a word is found within a longer one.
 */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const [run] of foldText(text).matchAll(RUN)) {
    if (tokens.length >= MANY) break;
    addRun(tokens, run);
  }
  return tokens;
}

function addRun(tokens: string[], run: string): void {
  let from = 0;
  for (const match of run.matchAll(UNSPACED)) {
    addWord(tokens, run.slice(from, match.index));
    addPairs(tokens, match[0]);
    from = match.index + match[0].length;
  }
  addWord(tokens, run.slice(from));
}

function addWord(tokens: string[], word: string): void {
  if (word !== '') tokens.push(word.slice(0, LONGEST));
}

function addPairs(tokens: string[], run: string): void {
  const characters = Array.from(run);
  for (const [index, character] of characters.entries())
    tokens.push(character + (characters[index + 1] ?? ''));
}

/** The tokens that a reader's words of a query must match in a row. Of a pair's run the single last character is left out: its pair holds it. */
export function queryTokens(words: string): readonly string[] {
  const tokens = tokensOf(words);
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    return before === undefined || !isUnspaced(token) || characterCount(token) > 1 || !before.endsWith(token);
  });
}

/** In code points. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}

function isUnspaced(token: string): boolean {
  return IS_UNSPACED.test(token);
}
