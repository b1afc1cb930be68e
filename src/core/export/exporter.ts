import type { ArticleGroup } from './article-group.ts';
import { englishWords, type ExportWords } from './export-words.ts';

/** What the reader has chosen for a file. A format takes what concerns it. */
export interface ExportOptions {
  /** Begin a CSV with the byte order mark that some spreadsheets need in order to read UTF-8. */
  readonly bom: boolean;
  /** The template of notes in Markdown; null for the one that is built in. */
  readonly template: string | null;
  /** Of the words in citations, dates and files for people: a BCP 47 tag such as `de`. */
  readonly language: string;
  /** Our own words in files for people, in that language. */
  readonly words: ExportWords;
}

/** What is known of a file before its first article. */
export interface ExportAbout {
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** What the file is about, in the reader's words: an article's title, a person's name, a search; '' for everything. */
  readonly title: string;
  readonly options: ExportOptions;
}

/** A part of a file: text, to be written as UTF-8, or bytes. */
export type ExportPart = string | Uint8Array;

/**
 * Writes one file, article after article, so that a library of any size goes through little memory. Neither function throws, whatever
 * the texts hold.
 */
interface ExportWriter {
  /** The next part of the file. */
  readonly add: (group: ArticleGroup) => ExportPart;
  /** The last part. */
  readonly end: () => ExportPart;
}

/** What a format is good for, in the order in which a choice shows them. */
export const formatGroups = ['notes', 'reading', 'data', 'references'] as const;

export type FormatGroup = (typeof formatGroups)[number];

/** One format. Its file has one line in registry.ts, and a golden file for each fixture in tests/golden. */
export interface Exporter {
  /** Names the format in messages and settings; never changed once released. */
  readonly format: string;
  /** The key of the format's name in `_locales`; with `About` behind it, that of one line about it. */
  readonly label: string;
  readonly group: FormatGroup;
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether bare refusals of a detection are written too, and articles of which nothing is kept. */
  readonly holds: 'everything' | 'kept';
  /** What it has no place for: articles that the reader keeps without a passage, or notes on people. */
  readonly leaves: readonly ('articles' | 'people')[];
  readonly begin: (about: ExportAbout) => ExportWriter;
}

/** What holds when the reader has chosen nothing. */
export const defaultOptions: ExportOptions = {
  bom: false,
  template: null,
  language: 'en',
  words: englishWords,
};
