import type { Document } from './document.ts';
import { placeLength } from './lexicon-places.ts';
import { nameWord, trait, wordOf, type NameWord } from './name-words.ts';
import { tokenKind } from './document.ts';
import { givenNames } from './title-names.ts';
import { wordSet } from './words.ts';

/** How the letters of a line are set: running text, a title with most words capitalised, or capitals throughout. */
export const lineStyle = { text: 0, title: 1, capitals: 2 } as const;

/** What stands before a token: nothing of note, the start of a sentence, the start of a paragraph. */
export const begins = { inside: 0, sentence: 1, paragraph: 2 } as const;

/** Tokens `[from, to)` that may hold names: all capitalised, or particles between such. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
}

/** A name that a tagger found. */
export interface TaggedName extends NameRun {
  /** 0 to 1. */
  readonly probability: number;
}

/** A document as the tagger sees it. All arrays run parallel to the document's tokens. */
export interface NameText {
  readonly doc: Document;
  readonly words: readonly NameWord[];
  /** Their bits of `trait`. */
  readonly traits: Uint16Array;
  /** The empty word: stands for what is before the first and after the last. */
  readonly nothing: NameWord;
  /** A value of `begins` for each token. */
  readonly begins: Uint8Array;
  /** A value of `lineStyle` for each token. */
  readonly style: Uint8Array;
  /** Whether the token stands inside the name of a place of several words. */
  readonly inPlace: Uint8Array;
  readonly runs: readonly NameRun[];
}

/** The word at a token; the empty word before the first and after the last. */
export function wordAt(text: NameText, i: number): NameWord {
  return (i >= 0 ? text.words[i] : undefined) ?? text.nothing;
}

/** No name is longer; a longer run (a list without commas, a headline) is cut. */
const runLimit = 40;

/** Finds the runs of capitalised words of a document. Linear. */
export function findRuns(doc: Document): NameText {
  const { entry } = doc.tokens;
  const words: NameWord[] = [];
  const traits = new Uint16Array(entry.length);
  for (const one of entry) {
    const word = nameWord(one, doc.language);
    traits[words.length] = word.traits;
    words.push(word);
  }
  const text = {
    doc,
    words,
    traits,
    nothing: wordOf('', doc.language),
    begins: sentenceBegins(doc, traits),
    style: lineStyles(doc, words),
    inPlace: new Uint8Array(words.length),
    runs: [],
  };
  return { ...text, runs: cutRuns(text, candidates(text)) };
}

function sentenceBegins(doc: Document, traits: Uint16Array): Uint8Array {
  const out = new Uint8Array(traits.length);
  for (const sentence of doc.sentences) out[sentence.from] = begins.sentence;
  for (let i = 1; i < traits.length; i++) {
    const before = traits[i - 1] ?? 0;
    if ((before & trait.mark) === 0) continue;
    const stopped = (before & trait.quote) !== 0 && ((traits[i - 2] ?? 0) & trait.ender) !== 0;
    if (out[i - 1] !== begins.inside || (before & trait.opener) !== 0 || stopped) out[i] = begins.sentence;
  }
  for (const paragraph of doc.paragraphs) out[paragraph.from] = begins.paragraph;
  return out;
}

function lineStyles(doc: Document, words: readonly NameWord[]): Uint8Array {
  const out = new Uint8Array(words.length);
  for (const { from, to } of doc.paragraphs) {
    if (to - from > 60) continue;
    let all = 0;
    let capitals = 0;
    let capitalised = 0;
    let small = 0;
    for (let i = from; i < to; i++) {
      const word = words[i];
      if (word === undefined || word.mark || word.number) continue;
      // Most lines are sentences: so many small words make neither kind of title.
      if (small > 0.3 * (to - from)) break;
      all++;
      if (word.allCaps && word.word.length > 2) capitals++;
      if (word.capital || word.title) capitalised++;
      else if (word.word.length > 3) small++;
    }
    const last = words[to - 1]?.word;
    if (all >= 2 && capitals >= 0.7 * all) out.fill(lineStyle.capitals, from, to);
    else if (
      all >= 4 &&
      capitalised >= 0.6 * all &&
      small <= 0.2 * all &&
      (last !== '.' || (from === 0 && all >= 5 && doc.paragraphs.length > 2))
    )
      out.fill(lineStyle.title, from, to);
  }
  return out;
}

type Unfinished = Omit<NameText, 'runs'>;

/** Marks the tokens that may be part of a name; marks places of several words on the way. */
function candidates(text: Unfinished): Uint8Array {
  const { words, traits, inPlace } = text;
  const out = new Uint8Array(words.length);
  const at = (i: number): NameWord | undefined => words[i];
  const isGivenName = givenNames(words);
  // In French and the like `de` before a name is a preposition more often than not.
  const leads = !wordSet(text.doc.language.prepositions).has('de');
  const has = (i: number, bits: number): boolean => ((traits[i] ?? 0) & bits) !== 0;
  for (let i = 0; i < words.length; i++) {
    if (!has(i, trait.capital | trait.suffix)) continue;
    const word = words[i];
    // `Sr.` is a form of address before a name, but a part of one after it.
    if (word === undefined || !(word.capital || (word.suffix && out[i - 1] === 1))) continue;
    if (
      text.begins[i] !== begins.inside &&
      (word.gender === null || (word.functionWord && text.doc.language.code !== 'en')) &&
      // `Continued Stone: "…"`: the verb that the sentence opens with is no part of the name.
      (word.functionWord || (word.saying && at(i + 1)?.capital === true && !word.surname))
    )
      continue;
    const title =
      word.softTitle &&
      at(i + 1)?.capital === true &&
      !isGivenName(i) &&
      !(out[i - 1] === 1 && text.begins[i] !== begins.paragraph);
    if (!title) out[i] = 1;
  }
  for (let i = 0; i < words.length; i++) {
    if (out[i] !== 1 || (out[i - 1] === 1 && at(i - 1)?.gender !== null)) continue;
    const length = placeLength(words, i);
    if (length < 2) continue;
    inPlace.fill(1, i, i + length);
    out.fill(0, i, i + length);
    i += length - 1;
  }
  for (let i = 0; i < words.length; i++) {
    // `Secretary of the Treasury Jane Doe`: what the office is over is no part of the name.
    if (!has(i, trait.title) || at(i + 1)?.lower !== 'of') continue;
    let k = at(i + 2)?.lower === 'the' ? i + 3 : i + 2;
    while (officeWord(at(k)) || (k > i + 2 && at(k)?.lower === 'and' && officeWord(at(k + 1)))) out[k++] = 0;
  }
  for (let i = 0; i < words.length; i++) {
    if (!has(i, trait.particle)) continue;
    const after = out[i - 1] === 1;
    if (out[i + 1] === 1 && (after || (leads && leading.has(at(i)?.lower ?? '')))) out[i] = 1;
    else if (after && at(i + 1)?.particle === true && out[i + 2] === 1) out[i] = out[i + 1] = 1;
  }
  return out;
}

function officeWord(word: NameWord | undefined): boolean {
  return word?.capital === true && word.gender === null && (word.organisation || word.place || word.tier > 0);
}

/** Particles with which a surname can begin in small letters: `said de Blasio`. */
const leading = new Set(['bin', 'ibn', 'van', 'von', 'al', 'el', 'de', 'da', 'di', 'del']);

function cutRuns(text: Unfinished, candidate: Uint8Array): NameRun[] {
  const { words, doc } = text;
  const runs: NameRun[] = [];
  for (let from = 0; from < words.length; from++) {
    if (candidate[from] !== 1) continue;
    let to = from + 1;
    while (to < words.length && candidate[to] === 1 && to - from < runLimit && !breaks(text, to)) to++;
    // `said de` before nothing: a run of particles alone is none.
    if (to - from > 1 || words[from]?.particle !== true) runs.push({ from, to });
    from = to - 1;
  }
  if (doc.tokens.kind.length !== words.length) return [];
  return runs.filter(({ from }) => doc.tokens.kind[from] === tokenKind.word || words[from]?.capital === true);
}

function breaks(text: Unfinished, i: number): boolean {
  if (text.begins[i] === begins.paragraph) return true;
  return text.begins[i] === begins.sentence && !(text.words[i - 1]?.word ?? '').endsWith('.');
}
