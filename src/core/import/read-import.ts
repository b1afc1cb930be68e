import type { ImportPart, ImportProblem, ImportReader, ImportRecords } from './importer.ts';
import { recogniseFile } from './registry.ts';

/** What was read of a file so far. */
export interface ReadImport extends ImportPart {
  /** The key of the format's name; '' for a file that is none of ours. */
  readonly label: string;
}

/** Reads one file, whose format is found by its beginning. */
export interface FileReading {
  readonly add: (text: string) => ReadImport;
  readonly end: () => ReadImport;
}

/** So much of a file is looked at to tell its format, in UTF-16 code units. */
const HEAD = 4_001;

/**
 * Begins to read a file.
 * @param now the time of what has none of its own: ISO 8601, UTC
 */
export function readImport(name: string, now: string): FileReading {
  let reader: ImportReader | null = null;
  let label = '';
  let head = '';
  /** A file that is of no format stays so, whatever comes: it is not looked at again. */
  let unknown: ReadImport | null = null;
  const start = (): ReadImport => {
    if (unknown !== null) return unknown;
    const importer = recogniseFile(name, head);
    if (importer === null) {
      const code = /\.(?:md|markdown)$/i.test(name) ? 'a-markdown-file' : 'not-this-format';
      const refused: ImportProblem = { code, line: 1, field: '', lost: 'record' };
      unknown = { label, records: {}, problems: [], refused };
      return unknown;
    }
    ({ label } = importer);
    reader = importer.begin(now);
    return { label, ...reader.add(head) };
  };
  return {
    add(text) {
      if (reader !== null) return { label, ...reader.add(text) };
      if (unknown !== null) return unknown;
      head += text;
      return head.length < HEAD ? { label, records: {}, problems: [], refused: null } : start();
    },
    end() {
      const first = reader === null ? start() : null;
      if (reader === null || first?.refused) return first ?? start();
      const last = { label, ...reader.end() };
      return first === null ? last : bothOf(first, last);
    },
  };
}

/** Two parts of a file as one. */
export function bothOf(first: ReadImport, last: ReadImport): ReadImport {
  return {
    label: last.label,
    records: joined(first.records, last.records),
    problems: [...first.problems, ...last.problems],
    refused: first.refused ?? last.refused,
  };
}

/** No records at all. */
export const noRecords: ImportRecords = {
  articles: [], annotations: [], people: [], appearances: [], decisions: [], versions: [],
}; // prettier-ignore

/** Two parts' records in one. */
export function joined(one: Partial<ImportRecords>, other: Partial<ImportRecords>): ImportRecords {
  return {
    articles: [...(one.articles ?? []), ...(other.articles ?? [])],
    annotations: [...(one.annotations ?? []), ...(other.annotations ?? [])],
    people: [...(one.people ?? []), ...(other.people ?? [])],
    appearances: [...(one.appearances ?? []), ...(other.appearances ?? [])],
    decisions: [...(one.decisions ?? []), ...(other.decisions ?? [])],
    versions: [...(one.versions ?? []), ...(other.versions ?? [])],
  };
}
