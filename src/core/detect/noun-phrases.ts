import type { Outline } from './outline.ts';
import type { OutlineSentences } from './outline-sentences.ts';
import { PhraseIndex } from './phrase-index.ts';
import { lastNoun } from './phrase-reach.ts';
import {
  articledVoice,
  determinerVoice,
  nameVoice,
  phraseVoice,
  pronounVoice,
  voiceOf,
} from './phrase-voice.ts';
import type { Tag } from './word-tags.ts';
import { wordSet } from './words.ts';

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

function pronoun(o: Outline, i: number): Phrase {
  return { from: i, to: i + 1, head: i, kind: 'pronoun', voice: pronounVoice(o, i) };
}

/** A determiner or possessive that no noun follows. */
function withoutNoun(o: Outline, tag: Tag, i: number): Phrase {
  const kind = tag === 'H' ? 'possessive' : 'determiner';
  return { from: i, to: i + 1, head: i, kind, voice: determinerVoice(o, i) };
}

/** The phrase that ends before the adjective at `to`. */
function beforeAdjective(o: Outline, tags: readonly Tag[], from: number, to: number): Phrase {
  const head = to - 1;
  const isName = tags[head] === 'N';
  const voice = isName ? nameVoice(o, head) : voiceOf(o, head);
  return { from, to, head, kind: isName ? 'name' : 'common', voice };
}

/** The phrase from `from` to its last noun. */
function wholePhrase(o: Outline, tags: readonly Tag[], from: number, head: number): Phrase {
  const first = tags[from];
  const to = head + 1;
  // Where every noun has a capital, one with an article is no name; one in an oblique case is no subject.
  if (o.doc.language.capitalNouns && (first === 'D' || first === 'H') && tags[from + 1] !== 'H') {
    const oblique = wordSet(o.doc.language.obliques).has(o.lower[from] ?? '');
    const voice = oblique ? 0 : articledVoice(o, from, head, tags);
    return { from, to, head, kind: 'common', voice };
  }
  const isName = tags[head] === 'N';
  const voice = isName ? nameVoice(o, head) : phraseVoice(o, from, head);
  return { from, to, head, kind: isName ? 'name' : 'common', voice };
}

function indexed(o: Outline, list: readonly Phrase[]): Phrases {
  const startingAt = new PhraseIndex(o.length);
  const endingAt = new PhraseIndex(o.length);
  for (const phrase of list) {
    // The longest phrase from a place wins: it is added last.
    startingAt.set(phrase.from, phrase);
    endingAt.set(phrase.to, phrase);
  }
  return { list, startingAt, endingAt };
}

/** Marks out the noun phrases of a tagged outline, left to right, once over. */
export function nounPhrases(o: Outline, s: OutlineSentences, tags: readonly Tag[]): Phrases {
  const list: Phrase[] = [];
  let i = 0;
  while (i < o.length) {
    const tag = tags[i];
    const last = tag === 'D' || tag === 'N' || tag === 'W' || tag === 'H' ? lastNoun(o, s, tags, i) : -1;
    if (last >= 0) {
      for (let k = i + 1; k < last; k++) if (tags[k] === 'A') list.push(beforeAdjective(o, tags, i, k));
      list.push(wholePhrase(o, tags, i, last));
      i = last + 1;
      continue;
    }
    if (tag === 'P') list.push(pronoun(o, i));
    else if (tag === 'D' || tag === 'H') list.push(withoutNoun(o, tag, i));
    i++;
  }
  return indexed(o, list);
}
