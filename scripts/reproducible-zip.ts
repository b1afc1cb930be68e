import { unzipSync, type Zippable, zipSync } from 'fflate';

/** One file of an archive: its path with `/`, and what it holds. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Noon of a day without meaning: a zip holds local time without a zone, and fflate writes the local hour of what it is given. */
const noon = new Date(2026, 0, 1, 12);
/** Plain files that all may read and their owner write, as Unix has it in the upper half. */
const readable = 0o100644 << 16;

/** A zip that depends on the entries alone: in the order of their paths, with one time and one set of rights for all. */
export function reproducibleZip(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const files: Zippable = {};
  for (const { path, bytes } of sorted)
    files[path] = [bytes, { level: 9, mtime: noon, os: 3, attrs: readable }];
  return zipSync(files);
}

/** The files of a zip, in its order. */
export const readZip = (bytes: Uint8Array): readonly ZipEntry[] =>
  Object.entries(unzipSync(bytes)).map(([path, bytes]) => ({ path, bytes }));
