import { isUpper } from './character.ts';
import { tokenKind } from './document.ts';
import type { Language } from './languages/language.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { hashEnd, hashStart } from './name-hash.ts';
import type { NameWord } from './name-words.ts';
import { closedClassTag, markTag, openClassTag, type Tag } from './word-tags.ts';
import { wordVoice, type Voice } from './word-voice.ts';

/** All that a token's form says by itself, apart from where it stands. Worked out once for each form. */
export interface WordEntry {
  /** The token as it stands. */
  readonly form: string;
  /** Lower-cased, with curly apostrophes made straight: the key into every lexicon. */
  readonly lower: string;
  /** A value of `tokenKind`. */
  readonly kind: number;
  /** Whether the first character is an upper-case (or title-case) letter. */
  readonly capital: boolean;
  /** Bits of `lex`. */
  readonly bits: number;
  /** The tag of a word of a closed list, else null. */
  readonly closed: Tag | null;
  /** The tag that marks, numbers and words of an open class have before their neighbours are looked at. */
  readonly open: Tag;
  /** Whether it speaks, as a common noun. */
  readonly voice: Voice;
  /** Whether a sentence may end with it: a stop, or a word with its own. */
  readonly stops: boolean;
  /** What name-words.ts has found of the form, once it was asked; null before. */
  name: NameWord | null;
}

const STOPS = '.!?…。';
const FULL_STOP = 0x2e;

function makeEntry(form: string, kind: number, language: Language, lexicon: Lexicon): WordEntry {
  const lower = form.toLowerCase().replaceAll('’', "'");
  const word = kind === tokenKind.word;
  const mark = kind === tokenKind.mark;
  const bits = mark ? 0 : (lexicon.get(lower) ?? 0);
  let open: Tag = 'W';
  if (mark) open = markTag(lower);
  else if (word) open = openClassTag(bits, lower, language);
  return {
    form,
    lower,
    kind,
    capital: isUpper(form.charCodeAt(0)),
    bits,
    closed: word ? closedClassTag(bits, lower, language) : null,
    open,
    voice: mark ? 0 : wordVoice(bits, lower, language),
    stops: mark ? STOPS.includes(form.charAt(0)) : form.charCodeAt(form.length - 1) === FULL_STOP,
    name: null,
  };
}

/** Slots of the table, a power of two; it is emptied when half of them are taken. Few, to stay in the processor's cache. */
const slots = 1 << 14;
/** So many slots are looked at for one word: bounded, so that no choice of words makes look-ups slow. */
const probes = 8;
/** Longer forms are rare, and not kept. */
const longest = 40;

/** A copy that does not keep the whole text alive, as a slice of it would. */
function detached(text: string, from: number, to: number): string {
  const units: number[] = [];
  for (let i = from; i < to; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}

/** The entries of one language, kept between texts: found by the units of the text, so that nothing is cut out of it. */
class WordTable {
  private readonly language: Language;
  private readonly lexicon: Lexicon;
  private entries: WordEntry[] = [];
  /** Index into the entries, plus 1; 0 where a slot is free. */
  private readonly index = new Uint16Array(slots);

  constructor(language: Language) {
    this.language = language;
    this.lexicon = lexiconOf(language);
  }

  /** The entry of the token `[from, to)` of a text; `kind` is a value of `tokenKind`. */
  at(text: string, from: number, to: number, kind: number): WordEntry {
    const length = to - from;
    if (length > longest) return makeEntry(text.slice(from, to), kind, this.language, this.lexicon);
    let state = hashStart + kind;
    for (let i = from; i < to; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    const hash = hashEnd(state);
    for (let probe = 0; probe < probes; probe++) {
      const slot = (hash + probe) & (slots - 1);
      const at = this.index[slot] ?? 0;
      if (at === 0) return this.add(slot, detached(text, from, to), kind);
      const entry = this.entries[at - 1];
      if (entry === undefined || entry.kind !== kind || entry.form.length !== length) continue;
      const { form } = entry;
      let i = 0;
      while (i < length && form.charCodeAt(i) === text.charCodeAt(from + i)) i++;
      if (i === length) return entry;
    }
    return makeEntry(text.slice(from, to), kind, this.language, this.lexicon);
  }

  private add(slot: number, form: string, kind: number): WordEntry {
    const entry = makeEntry(form, kind, this.language, this.lexicon);
    if (this.entries.length >= slots / 2) {
      this.entries = [];
      this.index.fill(0);
    }
    this.entries.push(entry);
    this.index[slot] = this.entries.length;
    return entry;
  }
}

const tables = new Map<string, WordTable>();

/** The table of a language, made at its first use. */
export function wordTable(language: Language): WordTable {
  let table = tables.get(language.code);
  if (table === undefined) {
    table = new WordTable(language);
    tables.set(language.code, table);
  }
  return table;
}
