import { begins, wordAt, type NameText, type TaggedName } from './name-runs.ts';
import type { NameWord } from './name-words.ts';

/**
 * Mends the borders of names with what the whole document shows: takes off the words that only a headline's capitals made part of
 * a name (`Jane Doe Says`), and adds an unknown first word of a sentence before a surname found elsewhere.
 */
export function mendBorders(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const known = new Set<string>();
  const surnames = new Set<string>();
  for (const { from, to } of names) {
    if (text.style[from] !== 0) continue;
    for (let i = from; i < to; i++) known.add(wordAt(text, i).fold);
    if (to - from > 1) surnames.add(wordAt(text, to - 1).fold);
  }
  const people = names.filter((name) => !namesThing(text, name));
  return people.map((name) => {
    if (text.style[name.from] === 0)
      return surnames.has(wordAt(text, name.from).fold) ? withFirst(text, name) : name;
    let { to } = name;
    while (to > name.from + 1 && ordinary(wordAt(text, to - 1)) && !known.has(wordAt(text, to - 1).fold))
      to--;
    return to === name.to ? name : { ...name, to };
  });
}

/** `Clinton Foundation`, `Department`: what ends in a word of organisations that is no surname. */
function namesThing(text: NameText, { from, to }: TaggedName): boolean {
  const last = wordAt(text, to - 1);
  if (!last.organisation || last.surname || last.gender !== null || last.suffix) return false;
  const before = wordAt(text, from - 1);
  return !(before.title || before.softTitle);
}

function ordinary(word: NameWord): boolean {
  return word.saying || (word.tier > 0 && !word.surname && word.gender === null && !word.initial);
}

/** `Rakeyia Scott` where the tagger saw `Scott`, at the start of a sentence. */
function withFirst(text: NameText, name: TaggedName): TaggedName {
  const i = name.from - 1;
  if (name.to - name.from !== 1 || i < 0 || text.begins[i] === begins.inside) return name;
  const word = wordAt(text, i);
  const unknown = word.capital && word.tier === 0 && word.word.length > 2 && !word.allCaps;
  if (!unknown || word.organisation || word.place || word.demonym || word.initial) return name;
  return text.begins[name.from] === begins.inside ? { ...name, from: i } : name;
}
