import type { Block } from './types.ts';
import type { Span } from '#core/text.ts';
import type { Language } from './languages/language.ts';
import type { WordEntry } from './word-table.ts';

/** What a token is: a word (letters, with inner hyphens and apostrophes), a number, or one mark of punctuation. */
export const tokenKind = { word: 0, number: 1, mark: 2 } as const;

/**
 * The tokens of a text, one array a property, all of the same length: token `i` is `text.slice(start[i], end[i])`.
 * Clitics are tokens of their own (`’s`, `n’t`, `’re`, French `l’`); the full stop of an abbreviation
 * or an initial belongs to its token (`Mr.`, `U.S.`, `J.`).
 */
export interface Tokens {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** A value of `tokenKind`. */
  readonly kind: Uint8Array;
  /** What the token's form says by itself; `word`, `lower`, `kind` and `capital` are copies of it. */
  readonly entry: readonly WordEntry[];
  /** The token as it stands. */
  readonly word: readonly string[];
  /** Lower-cased, with curly apostrophes made straight: the key into every lexicon. */
  readonly lower: readonly string[];
  /** Whether the first character is an upper-case (or title-case) letter. */
  readonly capital: readonly boolean[];
  /** Index of the token's sentence and paragraph in the document. */
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
}

/** A sentence with its tokens `[from, to)`. Quotation marks do not hide sentences: those inside count too. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

/** A paragraph (one line, or one block of the page) with its tokens `[from, to)`. */
export interface Paragraph extends Span {
  readonly from: number;
  readonly to: number;
  readonly role: Block['role'];
}

/** A text cut into paragraphs, sentences and tokens. All indices are consistent with each other. */
export interface Document {
  readonly text: string;
  readonly language: Language;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
}
