import { lex } from './lexicon.ts';
import type { Outline } from './outline.ts';
import type { Tag } from './word-tags.ts';
import type { Voice } from './word-voice.ts';

const PRONOUN_VOICE_ONE = new Set(['it', 'es', 'you', 'cela', 'ça', 'that']);
const DETERMINERS_THAT_SPEAK = new Set(['many', 'few', 'one', 'another', 'others', 'both']);

/** The voice of the word at an item. */
export function voiceOf(o: Outline, item: number): Voice {
  return o.entry[item]?.voice ?? 0;
}

export function nameVoice(o: Outline, head: number): 0 | 2 {
  return (o.bits[head] ?? 0) & lex.time ? 0 : 2;
}

export function pronounVoice(o: Outline, item: number): 1 | 2 {
  return PRONOUN_VOICE_ONE.has(o.lower[item] ?? '') ? 1 : 2;
}

/** The voice of a determiner that stands without a noun. */
export function determinerVoice(o: Outline, item: number): 0 | 1 {
  return DETERMINERS_THAT_SPEAK.has(o.lower[item] ?? '') ? 1 : 0;
}

/** The voice of a common noun phrase: of its head or, where the head is an adjective after its noun, of a word before. */
export function phraseVoice(o: Outline, from: number, head: number): 0 | 1 | 2 {
  const own = voiceOf(o, head);
  if (own > 0) return own;
  for (let i = head - 1; i >= from && i > head - 3; i--) if ((o.bits[i] ?? 0) & lex.speaker) return 2;
  return 0;
}

/** The voice of a German phrase with an article: of its nouns, or of a name of two words at its end. */
export function articledVoice(o: Outline, from: number, head: number, tags: readonly Tag[]): 0 | 1 | 2 {
  for (let i = head; i > from && i > head - 5; i--) {
    const voice = voiceOf(o, i);
    if (voice > 0) return voice;
  }
  return tags[head] === 'N' && tags[head - 1] === 'N' ? 2 : 0;
}
