import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ArticleGroup } from './article-group.ts';
import type { ExportAbout, Exporter } from './exporter.ts';
import { fileName } from './file-name.ts';

/** A Zip archive that is being written. */
export interface ZipWriter {
  /** One more file of the exporter's format; answers the archive's next bytes. */
  readonly add: (title: string, day: string, groups: readonly ArticleGroup[]) => Uint8Array;
  /** The archive's list of names. */
  readonly end: () => Uint8Array;
}

/**
 * Files of one format in one Zip archive, each named by a day (`2026-01-05`, or '') and its title. A file is packed when it is added, and
 * nothing but its name is kept until the end. Of two files of one name, whatever the case of its letters, the second is numbered.
 */
export function zipWriter(exporter: Exporter, about: ExportAbout): ZipWriter {
  let parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error === null && part.length > 0) parts.push(part);
  });
  const taken = (): Uint8Array => {
    const whole = joinedBytes(parts);
    parts = [];
    return whole;
  };
  const nameOf = uniqueNames(exporter.extension);
  // An archive knows no time before 1980.
  const mtime = about.exportedAt >= '1980' ? about.exportedAt : '1980-01-01T12:00:00Z';
  return {
    add(title, day, groups) {
      const file = new ZipDeflate(nameOf(title, day), { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      const writer = exporter.begin({ ...about, title });
      for (const group of groups) file.push(bytesOf(writer.add(group)));
      file.push(bytesOf(writer.end()), true);
      return taken();
    },
    end() {
      zip.end();
      return taken();
    },
  };
}

function uniqueNames(extension: string): (title: string, day: string) => string {
  const used = new Set<string>();
  /** The last number that a name was given: a thousand articles of one title are not counted through for each of them. */
  const last = new Map<string, number>();
  return (title, day) => {
    const plain = fileName(title, day, extension, '').toLowerCase();
    for (let number = (last.get(plain) ?? 0) + 1; ; number++) {
      const name = fileName(title, number === 1 ? day : `${day} (${number})`, extension, '');
      const key = name.toLowerCase();
      if (used.has(key)) continue;
      used.add(key);
      last.set(plain, number);
      return name;
    }
  };
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? strToU8(part) : part;
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
