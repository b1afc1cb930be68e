import { t, tList } from './text.ts';

/** One piece of evidence with the article's words in place of their spans. */
export interface EvidenceWords {
  readonly code: string;
  readonly words: readonly string[];
}

/** The sentence of each code of core/detect/evidence.ts. `$1` is the words that are the evidence. */
const sentences: Readonly<Record<string, string>> = {};

/**
 * Why we think so, in one line. Codes without a sentence of their own, from a newer detector or an import, fall back
 * to a general one that shows the article's words.
 */
export function whyWords(evidence: readonly EvidenceWords[]): string {
  const parts: string[] = [];
  for (const { code, words } of evidence) {
    const quoted = tList(words.map((word) => t('inQuotes', word.replace(/\s+/gu, ' ').trim())));
    const key = sentences[code];
    const sentence = key !== undefined ? t(key, quoted) : words.length > 0 ? t('whyWords', quoted) : '';
    if (sentence !== '' && !parts.includes(sentence)) parts.push(sentence);
  }
  return parts.join(' ') || t('whyNothing');
}
