import type { ImportProblem } from '#core/import/importer.ts';
import { bothOf, type ReadImport } from '#core/import/read-import.ts';
import type { ZipEntry } from '#core/import/zip-directory.ts';
import { type FileParts, fileParts } from './file-parts.ts';
import { type Archive, openArchive } from './zip-files.ts';

/** So many bytes of files, unpacked, are one part of the archive: an archive of many small files is few parts. */
const PART = 250_000;

/** What systems put into an archive beside the reader's files, and its folders. */
const NO_FILE = /\/$|^__MACOSX\/|(?:^|\/)(?:\.DS_Store|desktop\.ini|Thumbs\.db)$/i;

const nothing: ReadImport = { label: '', records: {}, problems: [], refused: null };

interface Reading {
  readonly archive: Archive;
  /** In bytes. */
  readonly size: number;
  readonly now: string;
  readonly entries: readonly ZipEntry[];
  index: number;
  open: { readonly entry: ZipEntry; readonly parts: FileParts } | null;
  /** Of a file that was read. */
  label: string;
  /** The first file that is of no format. */
  unknown: ImportProblem | null;
}

/**
 * Begins to read a Zip archive, file after file. What is none of the formats is named and passed over, unless there is nothing else; a
 * file that is damaged refuses the whole archive, as it would alone.
 * @param now the time of what has none of its own: ISO 8601, UTC
 */
export function archiveParts(file: File, now: string): FileParts {
  let reading: Reading | null = null;
  const next = async (): ReturnType<FileParts['next']> => {
    if (reading === null) {
      const archive = openArchive(file);
      const entries = await archive.entries();
      if (entries === null) return refused('', 'damaged-archive');
      reading = { archive, size: file.size, now, entries, index: 0, open: null, label: '', unknown: null };
    }
    let [part, bytes] = [nothing, 0];
    for (let size = 0; size < PART;) {
      const step = await nextStep(reading);
      if (step === null) return { part: closed(reading, part), bytes: file.size, isEnd: true };
      if (step.part.refused !== null) return { part: step.part, bytes: file.size, isEnd: true };
      part = bothOf(part, step.part);
      size += step.size;
      bytes = step.bytes;
    }
    return { part, bytes, isEnd: false };
  };
  return { next: () => next().catch(() => refused('', 'unreadable')) };
}

interface Step {
  readonly part: ReadImport;
  /** Of how many unpacked bytes. */
  readonly size: number;
  /** How many bytes of the archive are read. */
  readonly bytes: number;
}

/** The next part of a file; null when there is none left. */
async function nextStep(reading: Reading): Promise<Step | null> {
  if (reading.open === null) {
    const entry = reading.entries[reading.index++];
    if (entry === undefined) return null;
    if (NO_FILE.test(entry.name)) return { part: nothing, size: 0, bytes: entry.at };
    const file = await reading.archive.unpacked(entry);
    if (typeof file === 'string') return { part: refused(entry.name, file).part, size: 0, bytes: entry.at };
    reading.open = { entry, parts: fileParts(file, reading.now) };
  }
  const { entry, parts } = reading.open;
  const { part, bytes, isEnd } = await parts.next();
  if (isEnd) reading.open = null;
  const step = {
    size: Math.min(PART, entry.size),
    bytes: Math.min(reading.size, entry.at + (entry.packed * bytes) / Math.max(1, entry.size)),
  };
  return { part: withinArchive(reading, entry.name, part), ...step };
}

/** A part of a file as one of the archive: each problem names the file, and one of no format is only a problem. */
function withinArchive(reading: Reading, entry: string, part: ReadImport): ReadImport {
  if (part.label !== '') reading.label ||= part.label;
  const problems = part.problems.map((problem) => ({ ...problem, entry }));
  if (part.refused === null) return { ...part, label: reading.label, problems };
  const refusal = { ...part.refused, entry };
  if (part.label !== '') return { ...part, problems, refused: refusal };
  const unknown = { ...refusal, line: 0 };
  reading.unknown ??= unknown;
  return { ...nothing, label: reading.label, problems: [unknown] };
}

/** The last part: an archive in which nothing could be read is refused for what its first file is. */
function closed({ label, unknown }: Reading, part: ReadImport): ReadImport {
  if (label !== '') return { ...part, label };
  return unknown === null ? refused('', 'not-this-format').part : { ...nothing, refused: unknown };
}

function refused(
  entry: string,
  code: ImportProblem['code'],
): { readonly part: ReadImport; readonly bytes: number; readonly isEnd: true } {
  const problem: ImportProblem = {
    code,
    line: 0,
    field: '',
    lost: 'record',
    ...(entry === '' ? {} : { entry }),
  };
  return { part: { ...nothing, refused: problem }, bytes: 0, isEnd: true };
}
