import { wordAt, type NameText, type TaggedName } from './name-runs.ts';
import type { NameWord } from './name-words.ts';

/**
 * Takes the words off the ends of names that only a headline's capitals made part of them (`Jane Doe Says`): common words
 * that are no surnames and stand in no name of the running text.
 */
export function trimHeadlines(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const known = new Set<string>();
  for (const { from, to } of names) {
    if (text.style[from] === 0) for (let i = from; i < to; i++) known.add(wordAt(text, i).fold);
  }
  return names.map((name) => {
    if (text.style[name.from] === 0) return name;
    let { to } = name;
    while (to > name.from + 1 && ordinary(wordAt(text, to - 1)) && !known.has(wordAt(text, to - 1).fold))
      to--;
    return to === name.to ? name : { ...name, to };
  });
}

function ordinary(word: NameWord): boolean {
  return word.saying || (word.tier > 0 && !word.surname && word.gender === null && !word.initial);
}
