import type { Span } from '#core/text.ts';

/** How much of what was said stands inside marks: all of it, part of it, none of it. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/** Where in the page a name stands: in the story, in the line that names the author, in a photo credit. */
export type MentionRole = 'story' | 'byline' | 'credit';

/** Why we think so: a stable code for the interface's own sentence, and the article's words that made us think so. */
export interface Evidence {
  /** For example `cue-after`, `cue-before`, `according-to`, `continued`, `pronoun`, `transcript`. Listed in evidence.ts. */
  readonly code: string;
  /** The words of the article that are the evidence, in order; each is a span of the detected text. */
  readonly words: readonly Span[];
}

/** The stretch of text that names who speaks, and whom it means. */
export interface Speaker extends Span {
  /** The words of the span ("he", "the president", "Rubio"). */
  readonly text: string;
  /** The full name within this text that it resolves to, or null for one who is not named (an organisation, "officials"). */
  readonly person: string | null;
  /** Whom the detector had taken it for, where the reader has said another. */
  readonly detected?: string | null;
}

export interface Quotation extends Span {
  readonly kind: QuotationKind;
  readonly speaker: Speaker | null;
  /** The words that announce speech ("said", "according to"). */
  readonly cue: Span | null;
  readonly evidence: readonly Evidence[];
  /** 0 to 1: how often a speaker found in this way is the right one. 0 when there is no speaker. */
  readonly confidence: number;
}

/** One place where a person is named. */
export interface Mention extends Span {
  readonly text: string;
  readonly role: MentionRole;
}

/** A person of the article with every place where he or she is named. */
export interface Person {
  /** The fullest name used in the text, without titles: "Marco Rubio". Unique within one detection. */
  readonly name: string;
  /** Other forms used here, titles included as they stand: "Rubio", "Secretary Rubio". */
  readonly aliases: readonly string[];
  /** Titles and roles as the article gives them: "Secretary of State". */
  readonly roles: readonly string[];
  readonly gender: 'female' | 'male' | null;
  readonly mentions: readonly Mention[];
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

export interface Detection {
  /** In document order. */
  readonly quotations: readonly Quotation[];
  /** In order of first mention. */
  readonly people: readonly Person[];
}

/** What the page knows about a stretch of the text; paragraphs are separated by blank lines in the text itself. */
export interface Block extends Span {
  readonly role: 'title' | 'byline' | 'body' | 'heading' | 'caption' | 'credit' | 'pullquote' | 'list';
}

export interface DetectOptions {
  /** BCP 47 tag; only its first part is used. Default: guessed from the text. */
  readonly language?: string | undefined;
  /** Roles of blocks where the page knows them. Without it they are guessed from the lines. */
  readonly blocks?: readonly Block[] | undefined;
}
