import type { MessageKey, MessageSource } from './text.ts';

/** What a surface has to say when it is left without the browser's sentences: it has asked for none of them before. */
const lastWords: readonly MessageKey[] = [
  'saveFailed', 'failureKept', 'failureDisconnected', 'failureGeneral', 'tryAgain', 'saving',
]; // prettier-ignore

/**
 * The same sentences, which can be said also when the browser gives none any more: Firefox takes its functions from a frame that is open
 * when the extension is updated. Kept are those in which nothing is filled in.
 */
export function keepSentences(getMessage: MessageSource): MessageSource {
  const kept = new Map<string, string>();
  const read: MessageSource = (key, substitutions = []) => {
    try {
      const words = getMessage(key, substitutions);
      if (substitutions.length === 0) kept.set(key, words);
      return words;
    } catch {
      return kept.get(key) ?? '';
    }
  };
  for (const key of lastWords) read(key);
  return read;
}
