import type { Language } from './languages/language.ts';
import { languages } from './languages/registry.ts';
import { wordSet } from './words.ts';

/** How much of a text is read to tell its language. */
const SAMPLE = 4000;

/**
 * The language to read a text in: the one asked for by its tag (`de-AT` is read as `de`) when we have it,
 * else the one whose small words are most frequent at the start of the text; English when nothing speaks for another.
 */
export function languageFor(text: string, tag?: string): Language {
  const english = languages[0];
  if (english === undefined) throw new Error('no language is registered');
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  const asked = languages.find((language) => language.code === primary);
  if (asked) return asked;
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best = english;
  let most = 0;
  for (const language of languages) {
    const common = wordSet(language.common);
    let count = 0;
    for (const word of words) if (common.has(word)) count++;
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
