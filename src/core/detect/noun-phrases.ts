import { lex } from './lexicon.ts';
import { wordSet } from './words.ts';
import type { Outline } from './outline.ts';
import type { Tag } from './word-tags.ts';
import type { Voice } from './word-voice.ts';
import type { OutlineSentences } from './outline-sentences.ts';

/** A noun phrase without what hangs on it by a preposition: items `[from, to)`. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The item whose noun it is. */
  readonly head: number;
  readonly kind: 'name' | 'common' | 'pronoun' | 'relative' | 'possessive' | 'determiner';
  /** 2: speaks (a name, a person, an office); 1: may speak (a document, a group word); 0: hardly. */
  readonly voice: 0 | 1 | 2;
}

export interface Phrases {
  readonly list: readonly Phrase[];
  /** The phrase that starts (ends) at an item boundary. */
  readonly startingAt: PhraseIndex;
  readonly endingAt: PhraseIndex;
}

/** Phrases by an item boundary. Walks ask it for nearly every item that they pass. */
class PhraseIndex {
  private readonly phrases: Phrase[] = [];
  /** Index into the phrases, plus 1; 0 where none stands. */
  private readonly at: Int32Array;

  /** `length` is the number of items. */
  constructor(length: number) {
    this.at = new Int32Array(length + 1);
  }

  get(boundary: number): Phrase | undefined {
    const found = boundary < 0 ? 0 : (this.at[boundary] ?? 0);
    return found === 0 ? undefined : this.phrases[found - 1];
  }

  set(boundary: number, phrase: Phrase): void {
    this.phrases.push(phrase);
    this.at[boundary] = this.phrases.length;
  }
}

const PARTICLE = new Set([
  'de',
  'la',
  'von',
  'van',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'di',
  'da',
  'du',
  'dos',
  'del',
  'ter',
  '&',
]);
/** The voice of a common noun phrase: of its head or, where the head is an adjective after its noun, of a word before. */
function phraseVoice(o: Outline, from: number, head: number): 0 | 1 | 2 {
  const own = voiceOf(o, head);
  if (own > 0) return own;
  for (let i = head - 1; i >= from && i > head - 3; i--) if ((o.bits[i] ?? 0) & lex.speaker) return 2;
  return 0;
}

function voiceOf(o: Outline, item: number): Voice {
  return o.entry[item]?.voice ?? 0;
}

const PRONOUN_VOICE_ONE = new Set(['it', 'es', 'you', 'cela', 'ça', 'that']);
const DETERMINERS_THAT_SPEAK = new Set(['many', 'few', 'one', 'another', 'others', 'both']);

/** The voice of a German phrase with an article: of its nouns, or of a name of two words at its end. */
function articledVoice(o: Outline, from: number, head: number, tags: readonly Tag[]): 0 | 1 | 2 {
  for (let i = head; i > from && i > head - 5; i--) {
    const voice = voiceOf(o, i);
    if (voice > 0) return voice;
  }
  return tags[head] === 'N' && tags[head - 1] === 'N' ? 2 : 0;
}

/** Marks out the noun phrases of a tagged outline, left to right, once over. */
export function nounPhrases(o: Outline, s: OutlineSentences, tags: readonly Tag[]): Phrases {
  const list: Phrase[] = [];
  const { capitalNouns } = o.doc.language;
  const obliques = wordSet(o.doc.language.obliques);
  const add = (phrase: Phrase): void => void list.push(phrase);
  const tagAt = (i: number, sentence: number | undefined): Tag | undefined =>
    s.of[i] === sentence ? tags[i] : undefined;
  let i = 0;
  while (i < o.length) {
    const t = tags[i];
    const sentence = s.of[i];
    if (t === 'P') {
      add({
        from: i,
        to: i + 1,
        head: i,
        kind: 'pronoun',
        voice: PRONOUN_VOICE_ONE.has(o.lower[i] ?? '') ? 1 : 2,
      });
      i++;
      continue;
    }
    if (t !== 'D' && t !== 'N' && t !== 'W' && t !== 'H') {
      i++;
      continue;
    }
    let j = i;
    let last = -1;
    for (; j < o.length && s.of[j] === sentence; j++) {
      const y = tags[j];
      const next = tagAt(j + 1, sentence);
      const touches = last === j - 1 && j > i;
      if (y === 'N' || y === 'W') {
        // A name ends where a common noun follows a possessor only; “Monday” after a name begins something else.
        if (touches && (o.bits[j] ?? 0) & lex.time && tags[j - 1] === 'N') break;
        // German: “sagte Kahlert leise”, no adjective follows its noun.
        const noun = tags[j - 1] === 'N' || ((o.bits[j - 1] ?? 0) & lex.speaker) !== 0;
        if (touches && capitalNouns && noun && y === 'W' && o.capital[j] !== true) break;
        last = j;
      } else if ((y === 'D' || y === 'H') && (j === i || tags[j - 1] === 'D')) continue;
      else if (y === 'A' && touches) continue;
      else if (
        y === 'V' &&
        j > i &&
        (tags[j - 1] === 'D' || tags[j - 1] === 'A' || tags[j - 1] === 'H') &&
        (next === 'N' || next === 'W')
      )
        continue;
      else if (
        y === 'G' &&
        j > i &&
        (tags[j - 1] === 'D' || tags[j - 1] === 'H') &&
        (next === 'N' || next === 'W')
      )
        continue;
      else if (y === 'R' && j > i && (next === 'N' || next === 'W') && tags[j - 1] === 'D') continue;
      else if (touches && next === 'N' && tags[j - 1] === 'N' && PARTICLE.has(o.lower[j] ?? '')) last = j;
      else if (touches && (next === 'N' || next === 'W') && o.lower[j] === '/') continue;
      else break;
    }
    if (last < 0) {
      const word = o.lower[i] ?? '';
      add({
        from: i,
        to: i + 1,
        head: i,
        kind: t === 'H' ? 'possessive' : 'determiner',
        voice: DETERMINERS_THAT_SPEAK.has(word) ? 1 : 0,
      });
      i++;
      continue;
    }
    for (let k = i + 1; k < last; k++) {
      if (tags[k] !== 'A') continue;
      const name = tags[k - 1] === 'N';
      add({
        from: i,
        to: k,
        head: k - 1,
        kind: name ? 'name' : 'common',
        voice: name ? nameVoice(o, k - 1) : voiceOf(o, k - 1),
      });
    }
    // Where every noun has a capital, one with an article is no name; one in an oblique case is no subject.
    const articled = capitalNouns && (t === 'D' || t === 'H') && tags[i + 1] !== 'H';
    if (articled) {
      const oblique = obliques.has(o.lower[i] ?? '');
      add({
        from: i,
        to: last + 1,
        head: last,
        kind: 'common',
        voice: oblique ? 0 : articledVoice(o, i, last, tags),
      });
      i = last + 1;
      continue;
    }
    const name = tags[last] === 'N';
    add({
      from: i,
      to: last + 1,
      head: last,
      kind: name ? 'name' : 'common',
      voice: name ? nameVoice(o, last) : phraseVoice(o, i, last),
    });
    i = last + 1;
  }
  const startingAt = new PhraseIndex(o.length);
  const endingAt = new PhraseIndex(o.length);
  for (const phrase of list) {
    // The longest phrase from a place wins: it is added last.
    startingAt.set(phrase.from, phrase);
    endingAt.set(phrase.to, phrase);
  }
  return { list, startingAt, endingAt };
}

function nameVoice(o: Outline, head: number): 0 | 2 {
  return (o.bits[head] ?? 0) & lex.time ? 0 : 2;
}
