import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ArticleGroup } from './article-group.ts';
import type { ExportAbout, Exporter, ExportPart } from './exporter.ts';
import { fileName } from './file-name.ts';
import { joinedBytes } from '#core/joined-bytes.ts';
import { zip64End } from './zip64-end.ts';

/** A Zip archive that is being written. */
export interface ZipWriter {
  /** One more file of the exporter's format. The one before it must have ended. */
  readonly file: (title: string, day: string) => ZipFile;
  /** The archive's list of names. */
  readonly end: () => Uint8Array;
}

/** A file of the archive. Both functions answer the archive's next bytes. */
interface ZipFile {
  readonly add: (group: ArticleGroup) => Uint8Array;
  readonly end: () => Uint8Array;
}

/** Where a file begins is written in 32 bits. */
const LARGEST = 0xffffffff;

/**
 * Files of one format in one Zip archive, each named by a day (`2026-01-05`, or '') and its title. A file is packed as it is written, and
 * nothing but its name is kept until the end. Of two files of one name, whatever the case of its letters, the second is numbered.
 * @throws RangeError when an archive grows beyond 4 GB: it could not be opened
 */
export function zipWriter(exporter: Exporter, about: ExportAbout): ZipWriter {
  let parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error === null && part.length > 0) parts.push(part);
  });
  let [size, files] = [0, 0];
  const taken = (): Uint8Array => {
    const whole = joinedBytes(parts);
    parts = [];
    size += whole.length;
    if (size > LARGEST) throw new RangeError('an archive of more than 4 GB');
    return whole;
  };
  const nameOf = uniqueNames(exporter.extension);
  // An archive knows no time before 1980.
  const mtime = about.exportedAt >= '1980' ? about.exportedAt : '1980-01-01T12:00:00Z';
  return {
    file(title, day) {
      const file = new ZipDeflate(nameOf(title, day), { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      files++;
      const writer = exporter.begin({ ...about, title });
      const push = (part: ExportPart, isLast: boolean): Uint8Array => {
        file.push(bytesOf(part), isLast);
        return taken();
      };
      return { add: (group) => push(writer.add(group), false), end: () => push(writer.end(), true) };
    },
    end() {
      zip.end();
      const start = size;
      return zip64End(taken(), files, start);
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

function bytesOf(part: ExportPart): Uint8Array {
  return typeof part === 'string' ? strToU8(part) : part;
}
