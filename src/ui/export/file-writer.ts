import type { ExportRecords } from '#core/export/by-article.ts';
import { exportName } from '#core/export/export-name.ts';
import type { ExportPart } from '#core/export/exporter.ts';
import { createGrouper } from '#core/export/group-records.ts';
import { findExporter } from '#core/export/registry.ts';
import { beginExport } from '#core/export/write-export.ts';
import { blobAside } from './blob-aside.ts';
import type { WrittenFile } from './export-messages.ts';
import type { ExportChoice } from './exported-file.ts';

/** Writes one file from records that come in parts. */
export interface FileWriter {
  readonly add: (records: ExportRecords) => void;
  readonly end: () => Promise<WrittenFile>;
}

/** @throws when there is no such format */
export function createFileWriter({ format, layout, about }: ExportChoice): FileWriter {
  const exporter = findExporter(format);
  if (exporter === null) throw new Error(`no format ${format}`);
  const mime = layout === 'one' ? exporter.mime : 'application/zip';
  const run = beginExport(
    exporter,
    about,
    layout === 'people' ? { layout, makeAside: blobAside } : { layout },
  );
  const grouper = createGrouper();
  const file = gather();
  return {
    add(records) {
      for (const group of grouper.add(records)) file.add(run.add(group));
    },
    async end() {
      for (const group of grouper.end()) file.add(run.add(group));
      for await (const part of run.end()) file.add(part);
      const name = exportName(exporter, about, layout);
      return { name, blob: file.blob(mime), omitted: run.omitted(), left: run.left() };
    },
  };
}

/** So much is gathered into one Blob, which the browser may keep on the disk: bytes, or characters of text. */
const GATHERED = 4_000_000;

function gather(): {
  readonly add: (part: ExportPart) => void;
  readonly blob: (mime: string) => Blob;
} {
  const whole: Blob[] = [];
  let parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  return {
    add(part) {
      parts.push(typeof part === 'string' ? part : new Uint8Array(part));
      size += part.length;
      if (size < GATHERED) return;
      whole.push(new Blob(parts));
      parts = [];
      size = 0;
    },
    blob: (mime) =>
      new Blob([...whole, ...parts], { type: mime.startsWith('text/') ? `${mime};charset=utf-8` : mime }),
  };
}
