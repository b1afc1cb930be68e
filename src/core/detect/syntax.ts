import type { Document } from './document.ts';
import type { MarkedSpan } from './marks.ts';
import { nounPhrases, type Phrases } from './noun-phrases.ts';
import { outline, type Outline } from './outline.ts';
import { outlineSentences, type OutlineSentences } from './outline-sentences.ts';
import { tag } from './tagger.ts';
import type { Tag } from './word-tags.ts';

/** A document made ready for attribution: its outline, with sentences, tags and noun phrases. */
export interface Syntax {
  readonly o: Outline;
  readonly s: OutlineSentences;
  readonly tags: readonly Tag[];
  readonly phrases: Phrases;
}

/** Reads the sentences around the given quotations (sorted, disjoint). Linear in the length of the text. */
export function readSyntax(doc: Document, quotes: readonly MarkedSpan[]): Syntax {
  const o = outline(doc, quotes);
  const s = outlineSentences(o);
  const tags = tag(o, s);
  return { o, s, tags, phrases: nounPhrases(o, s, tags) };
}

/** Whether items `a` and `b` both exist and stand in one sentence. */
export function together(x: Syntax, a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a < x.o.length && b < x.o.length && x.s.of[a] === x.s.of[b];
}
