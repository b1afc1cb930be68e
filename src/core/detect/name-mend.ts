import { likelyFirst } from './name-evidence.ts';
import { joinNicknames } from './name-nickname.ts';
import { meansThing, usedAsPlaces } from './name-place-use.ts';
import { begins, wordAt, type NameText, type TaggedName } from './name-runs.ts';
import type { NameWord } from './name-words.ts';
import { wordSet } from './words.ts';

/** What the names of running text show of the words of all. */
interface Known {
  /** Folded words of names, and last words of those of several words. */
  readonly words: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/**
 * Mends the tagger's names with what the whole document shows: takes off words that only a headline's or a sentence's capitals made
 * part of a name (`Jane Doe Says`), adds an unknown first word of a sentence before a surname found elsewhere, joins what a
 * nickname or the stop of an initial parts, and drops what the document uses as a place.
 */
export function mendNames(text: NameText, names: readonly TaggedName[]): TaggedName[] {
  const words = new Set<string>();
  const surnames = new Set<string>();
  for (const { from, to } of names) {
    if (text.style[from] !== 0) continue;
    for (let i = from; i < to; i++) words.add(wordAt(text, i).fold);
    if (to - from > 1) surnames.add(wordAt(text, to - 1).fold);
  }
  const known = { words, surnames, places: usedAsPlaces(text, names) };
  const mended: TaggedName[] = [];
  for (const name of names) {
    if (namesThing(text, name, known)) continue;
    const bordered = mendBorders(text, name, known);
    const last = mended[mended.length - 1];
    const stop = overStop(text, bordered);
    if (stop === bordered.to) mended.push(bordered);
    else mended.push({ ...bordered, to: stop });
    // The stop of an initial parted a name in two (`Rosa M. del Castillo`): the second part goes on with the first.
    if (last !== undefined && last.to === bordered.from && wordAt(text, last.to - 1).word === '.') {
      mended.splice(-2, 2, {
        ...last,
        to: stop,
        probability: Math.max(last.probability, bordered.probability),
      });
    }
  }
  return joinNicknames(text, mended);
}

/** Kinds of things that stand before their names; forms of address that make the word after them a title. */
const thingHeads = 'hurricane cyclone typhoon storm operation project';
const addresses = 'madam madame mr mr.';
/** What honours and offices put after a name. */
const postNominals = 'KC QC MP MEP MSP MBE OBE CBE KBE TD MD PhD RN USN USA';
/** Countries that are first names too. */
const namesakes = 'israel jordan chad georgia kenya india france malta lebanon cuba chile china';

function namesThing(text: NameText, { from, to }: TaggedName, known: Known): boolean {
  const first = wordAt(text, from);
  const before = wordAt(text, from - 1);
  const titled = before.title || before.softTitle;
  if (to - from === 1) {
    if (known.places.has(first.key) && !titled) return true;
    if (wordSet(namesakes).has(first.lower) && !titled && !known.surnames.has(first.fold)) return true;
    if (!titled && meansThing(text, from)) return true;
    if ((first.lower === 'speaker' || first.lower === 'chair') && wordSet(addresses).has(before.lower))
      return true;
  } else if (wordSet(thingHeads).has(first.lower) && !titled) return true;
  const last = wordAt(text, to - 1);
  if (!last.organisation || last.surname || last.gender !== null || last.suffix) return false;
  return !titled;
}

function mendBorders(text: NameText, name: TaggedName, known: Known): TaggedName {
  const from = leading(text, name, known);
  if (name.to - from > 2 && wordSet(postNominals).has(wordAt(text, name.to - 1).word))
    return { ...name, from, to: name.to - 1 };
  if (text.style[from] === 0) {
    const trimmed = from === name.from ? name : { ...name, from };
    return known.surnames.has(wordAt(text, from).fold) ? withFirst(text, trimmed) : trimmed;
  }
  let { to } = name;
  while (to > from + 1 && ordinary(wordAt(text, to - 1)) && !known.words.has(wordAt(text, to - 1).fold)) to--;
  return to === name.to && from === name.from ? name : { ...name, from, to };
}

/** Where a name begins once what only stands before it is off: `AG`, `Kentuckian`, `Interestingly`. */
function leading(text: NameText, { from, to }: TaggedName, known: Known): number {
  const word = wordAt(text, from);
  const next = wordAt(text, from + 1);
  if (to - from < 2 || word.gender !== null || word.initial || word.particle) return from;
  const named = likelyFirst(next) && to - from > 2;
  if (named && word.allCaps && word.word.length < 6 && text.style[from] === 0) return from + 1;
  if (named && (word.demonym || /(?:ian|ean|ese)$/.test(word.lower))) return from + 1;
  const opens = text.begins[from] !== begins.inside && text.style[from] === 0;
  if (!opens || word.tier === 0 || word.surname || known.surnames.has(word.fold)) return from;
  return named || (to - from === 2 && known.surnames.has(next.fold)) ? from + 1 : from;
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

/** Where a name ends with the stop of its initial or `Jr.` that the tokens keep apart because the sentence might have ended there. */
function overStop(text: NameText, { from, to }: TaggedName): number {
  const { start, end } = text.doc.tokens;
  const last = wordAt(text, to - 1);
  const stop = wordAt(text, to).word === '.' && start[to] === end[to - 1];
  if (!stop || to - from < 2) return to;
  const next = wordAt(text, to + 1);
  if (last.suffix) return next.word === ',' || next.lowerCase ? to + 1 : to;
  const initial = last.initial && last.word.length === 1;
  return initial && (next.particle || next.word === '(' || next.word === '“' || next.word === '"')
    ? to + 1
    : to;
}
