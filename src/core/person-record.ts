import { arrayOf, object, string, where, type Parser } from './guard.ts';
import { instant } from './guard-time.ts';

/** Somebody whom the reader's passages quote. */
export interface PersonRecord {
  readonly id: string;
  /** The name that is shown: the article's, until the reader gives another. */
  readonly name: string;
  /** The reader's note, Markdown, verbatim; '' for none. */
  readonly note: string;
  /** Keys of names that mean this person in every article, because the reader has said so. */
  readonly follows: readonly string[];
  /** Ids of people who are called the same and are somebody else, because the reader has said so. */
  readonly apart: readonly string[];
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
}

/**
 * That a name means somebody in one article. Each article's names are people of their own until the reader says that two are one.
 */
export interface AppearanceRecord {
  /** The article's address. */
  readonly source: string;
  /** See nameKey. */
  readonly key: string;
  /** The name as the article gives it. */
  readonly name: string;
  /** The person's id. */
  readonly person: string;
}

/**
 * Whether the reader has said something of a person: a note, another name than the articles give, or that several names are this one.
 * Whoever that holds for is somebody of the library, also when nothing that he or she says is kept.
 */
export function hasReadersWord(
  { name, note, follows }: PersonRecord,
  appearances: readonly AppearanceRecord[],
): boolean {
  if (note.trim() !== '' || follows.length > 0 || appearances.length > 1) return true;
  return appearances.length > 0 && appearances.every((one) => one.name !== name);
}

const NAME = 10_000;

const text: Parser<string> = where(string(NAME), (value) => value.trim() !== '');

const ids = arrayOf(string(100), 10_000);

export const personRecordParser: Parser<PersonRecord> = object<PersonRecord>({
  id: string(100),
  name: text,
  note: string(1_000_000),
  follows: arrayOf(string(NAME), 10_000),
  // People of before were never asked about.
  apart: (value) => ids(value ?? []),
  created: instant,
  modified: instant,
});

export const appearanceParser: Parser<AppearanceRecord> = object<AppearanceRecord>({
  source: string(8_000),
  key: string(NAME),
  name: text,
  person: string(100),
});

/** The person that `value` is, or null. Never throws. */
export function parsePersonRecord(value: unknown): PersonRecord | null {
  const parsed = personRecordParser(value);
  return parsed.ok ? parsed.value : null;
}

/** The appearance that `value` is, or null. Never throws. */
export function parseAppearance(value: unknown): AppearanceRecord | null {
  const parsed = appearanceParser(value);
  return parsed.ok ? parsed.value : null;
}
