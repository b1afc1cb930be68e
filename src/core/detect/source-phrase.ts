import type { Phrase } from './noun-phrases.ts';
import type { CueSite } from './cue-site.ts';
import { together, type Syntax } from './syntax.ts';

type SourcePhrases = ReadonlyMap<string, readonly (readonly string[])[]>;
const sourceCache = new Map<string, SourcePhrases>();

function sourcePhrases(list: string): SourcePhrases {
  const cached = sourceCache.get(list);
  if (cached) return cached;
  const found = new Map<string, string[][]>();
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    const words = entry.split('_');
    const first = words[0] ?? '';
    const known = found.get(first);
    if (known) known.push(words);
    else found.set(first, [words]);
  }
  sourceCache.set(list, found);
  return found;
}

/** Where the source phrase that begins at `i` ends, or 0. */
export function sourceEnd(x: Syntax, i: number): number {
  for (const words of sourcePhrases(x.o.doc.language.sourcePhrases).get(x.o.lower[i] ?? '') ?? []) {
    if (words.every((word, n) => x.o.lower[i + n] === word && together(x, i, i + n))) return i + words.length;
  }
  return 0;
}

/** After a source phrase any noun speaks, whatever its case. */
function asSource(phrase: Phrase): Phrase {
  return phrase.voice === 0 && phrase.kind === 'common' ? { ...phrase, voice: 1 } : phrase;
}

/** French “selon lui”: after a source phrase the pronoun of objects speaks. */
function strongPronoun(x: Syntax, i: number): Phrase | undefined {
  if (x.tags[i] !== 'O' || !x.o.doc.language.verbSecond) return undefined;
  return { from: i, to: i + 1, head: i, kind: 'pronoun', voice: 2 };
}

/** The site of the source phrase that stands at items `[from, to)`; null where nobody follows it. */
export function sourceSite(x: Syntax, from: number, to: number): CueSite | null {
  const phrase = x.phrases.startingAt.get(to) ?? strongPronoun(x, to);
  if (!phrase || !together(x, from, to)) return null;
  return { from, to, form: 'source', strength: 3, phrase: asSource(phrase), inverted: true };
}
