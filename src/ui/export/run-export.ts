import type { ExportRecords } from '#core/export/by-article.ts';
import type { ExportAbout } from '#core/export/exporter.ts';
import type { ExportLayout } from '#core/export/write-export.ts';
import type { ExportWriterThread } from './export-writer.ts';
import { planned } from './planned-parts.ts';

/** Where the records of an export come from. */
export interface ExportPort {
  /** What there is to export, in parts, in the order of the file: annotations, then articles. */
  readonly plan: () => AsyncIterable<{
    readonly ids: readonly string[];
    readonly sources: readonly string[];
  }>;
  /** The records of these annotations and articles. */
  readonly records: (
    ids: readonly string[],
    sources: readonly string[],
  ) => Promise<ExportRecords & { readonly broken: number }>;
  /** The reader's template of notes; null for the one that is built in. */
  readonly template: () => Promise<string | null>;
  readonly keepTemplate: (template: string | null) => Promise<unknown>;
}

/** What the reader has chosen. */
export interface ExportChoice {
  readonly format: string;
  readonly layout: ExportLayout;
  readonly about: ExportAbout;
}

/** A file to be saved or copied. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  /** How many annotations were read for it. */
  readonly count: number;
  /** How many records were there and could not be read, and are not in the file. */
  readonly skipped: number;
  /** How many the format has no place for: refused detections without a note. */
  readonly omitted: number;
}

/** Bytes that are gathered into one Blob, which the browser may keep on the disk. */
const GATHERED = 8_000_000;

/**
 * Writes a file. While the worker writes one part, the next is read.
 * @param tell how many of how many records are done
 * @throws what the port throws, and the signal's reason when it has aborted: then there is no file
 */
export async function runExport(
  port: ExportPort,
  choice: ExportChoice,
  writer: ExportWriterThread,
  tell: (done: number, total: number) => void,
): Promise<ExportedFile> {
  const reader = await planned(port);
  await writer.ask({ type: 'begin', ...choice }, 'part');
  const file = gather();
  let count = 0;
  let skipped = 0;
  for (let next = reader.next(); next !== null;) {
    const { broken, ...records } = await next;
    reader.met(records);
    next = reader.next();
    // A failure is met when its turn comes.
    next?.catch(() => null);
    skipped += broken;
    count += records.annotations.length;
    file.add((await writer.ask({ type: 'add', records }, 'part')).bytes);
    tell(Math.min(count + skipped, reader.total()), reader.total());
  }
  const { bytes, name, mime, omitted } = await writer.ask({ type: 'end' }, 'done');
  file.add(bytes);
  return { name, blob: file.blob(mime), count, skipped, omitted };
}

function gather(): {
  readonly add: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly blob: (mime: string) => Blob;
} {
  const whole: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  return {
    add(bytes) {
      parts.push(bytes);
      size += bytes.length;
      if (size < GATHERED) return;
      whole.push(new Blob(parts));
      parts = [];
      size = 0;
    },
    blob: (mime) =>
      new Blob([...whole, ...parts], { type: mime.startsWith('text/') ? `${mime};charset=utf-8` : mime }),
  };
}
