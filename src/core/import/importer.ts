import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ExportedDecision, ExportedVersion } from '#core/export/exported-records.ts';
import type { Problem } from '#core/guard.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';

/** What a file holds for the library, or a part of it. */
export interface ImportRecords {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
  readonly people: readonly PersonRecord[];
  readonly appearances: readonly AppearanceRecord[];
  readonly decisions: readonly ExportedDecision[];
  /** How passages stood at later visits. */
  readonly versions: readonly ExportedVersion[];
}

/** Why something could not be read, or has no place in the library: a code for which the interface has words. */
export type ImportCode =
  | Problem
  | 'not-json'
  | 'cut-off'
  /** A row of a table whose cells do not fit its columns. */
  | 'not-a-row'
  | 'not-a-time'
  /** Bytes that are no characters: they stand as U+FFFD. */
  | 'damaged-characters'
  /** The file itself: it is gone, or may not be read. */
  | 'unreadable'
  | 'not-this-format'
  /** Markdown, which is for people: nothing in it says for certain what was what. */
  | 'a-markdown-file'
  /** A Zip archive that cannot be opened, or not the file in it. */
  | 'damaged-archive'
  | 'newer-version'
  | 'no-address'
  | 'no-words'
  | 'a-reply'
  | 'no-place';

/** One thing that is not carried over. */
export interface ImportProblem {
  readonly code: ImportCode;
  /** Of a Zip archive: which file in it. */
  readonly entry?: string;
  /** The file's line on which it, or the record that holds it, begins, from 1; 0 for the file as such. */
  readonly line: number;
  /** The field or column by its name in the file; '' for the whole record. */
  readonly field: string;
  /** Whether the record is left out, or comes without this field. */
  readonly lost: 'record' | 'field';
}

/** What was read of one part of the file. */
export interface ImportPart {
  readonly records: Partial<ImportRecords>;
  readonly problems: readonly ImportProblem[];
  /** Why the whole file is refused: nothing of it is to be brought in. Null while all is well. */
  readonly refused: ImportProblem | null;
}

/** Reads one file, text after text, so that one of any size goes through little memory. Neither function throws, whatever the file holds. */
export interface ImportReader {
  readonly add: (text: string) => ImportPart;
  /** The last part. */
  readonly end: () => ImportPart;
}

/** One format. Its file has one line in registry.ts, a fixture in tests/fixtures/import and a golden file for that. */
export interface Importer {
  /** Names the format in messages; never changed once released. */
  readonly id: string;
  /** The key of the format's name in `_locales`. */
  readonly label: string;
  /** Whether a file is of this format, by its name and its first characters (at most 4,000, without a byte order mark). */
  readonly detects: (name: string, head: string) => boolean;
  /** @param now the time of what has none of its own: ISO 8601, UTC */
  readonly begin: (now: string) => ImportReader;
}
