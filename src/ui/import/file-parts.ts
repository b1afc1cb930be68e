import type { ImportProblem } from '#core/import/importer.ts';
import { bothOf, readImport, type ReadImport } from '#core/import/read-import.ts';
import { createEncodingScan, type FoundEncoding } from '#core/import/text-encoding.ts';

/** How many bytes are read at a time, and how many looked at for how they are written. */
const PART = 250_000;
const LOOK = 4_000_000;

/** What is needed of a file to read it: a File has it. */
export interface SlicedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

/** A file that is read a part at a time. */
export interface FileParts {
  /** The next part. What is wrong with the file itself is a refusal: it never rejects. */
  readonly next: () => Promise<{
    readonly part: ReadImport;
    /** How many bytes are read. */
    readonly bytes: number;
    readonly isEnd: boolean;
  }>;
}

/**
 * Begins to read a file, whatever its format and however its characters are written.
 * @param now the time of what has none of its own: ISO 8601, UTC
 * @param size bytes a part
 */
export function fileParts(file: SlicedFile, now: string, size = PART): FileParts {
  const reading = readImport(file.name, now);
  let decoder: TextDecoder | null = null;
  let found: FoundEncoding | null = null;
  let at = 0;
  const next = async (): ReturnType<FileParts['next']> => {
    found ??= await encodingOf(file);
    decoder ??= new TextDecoder(found.encoding);
    if (at < file.size) {
      const bytes = await file.slice(at, at + size).arrayBuffer();
      at += size;
      const part = reading.add(decoder.decode(bytes, { stream: true }));
      return { part, bytes: Math.min(file.size, at), isEnd: part.refused !== null };
    }
    // Half a character at the end of a file that was cut off may still end a record.
    const half = decoder.decode();
    const part = half === '' ? reading.end() : bothOf(reading.add(half), reading.end());
    const problems = [...part.problems, ...found.damaged.map(damagedAt)];
    return { part: { ...part, problems }, bytes: file.size, isEnd: true };
  };
  return {
    next: () =>
      next().catch(() => {
        const refused: ImportProblem = { code: 'unreadable', line: 0, field: '', lost: 'record' };
        return { part: { label: '', records: {}, problems: [], refused }, bytes: at, isEnd: true };
      }),
  };
}

async function encodingOf(file: SlicedFile): Promise<FoundEncoding> {
  const scan = createEncodingScan();
  for (let at = 0; at < file.size; at += LOOK) {
    if (!scan.add(new Uint8Array(await file.slice(at, at + LOOK).arrayBuffer()))) break;
  }
  return scan.end();
}

function damagedAt(line: number): ImportProblem {
  return { code: 'damaged-characters', line, field: '', lost: 'field' };
}
