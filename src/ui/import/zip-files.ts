import { joinedBytes } from '#core/joined-bytes.ts';
import { createUnpacker, packedProblem, type UnpackProblem } from '#core/import/unpack.ts';
import {
  findDirectory,
  HEADER,
  isZip,
  readDirectory,
  TAIL,
  type ZipEntry,
} from '#core/import/zip-directory.ts';
import type { SlicedFile } from './file-parts.ts';

/** Packed bytes that are unpacked at a time: some become a thousand times as many. */
const STEP = 16_000;
/** So many bytes of the archive are read at a time: small files lie one after the other, and a disk gives many at once sooner. */
const WINDOW = 1_000_000;
/** Of a file, so many unpacked bytes stay in memory; beyond that they are gathered into Blobs, which the browser may keep on the disk. */
const GATHERED = 4_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** A Zip archive that is being read. */
export interface Archive {
  /** The files in it, in the order of its directory; null when that is damaged. */
  readonly entries: () => Promise<readonly ZipEntry[] | null>;
  /** One of them, unpacked and checked, or what is wrong with it. */
  readonly unpacked: (entry: ZipEntry) => Promise<SlicedFile | UnpackProblem>;
}

/** Whether a file is a Zip archive, by its first bytes, whatever its name is. */
export async function isZipFile(file: Blob): Promise<boolean> {
  return isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/** Opens an archive. Both functions reject when the file itself cannot be read. */
export function openArchive(file: Blob): Archive {
  const read = windowed(file);
  return {
    async entries() {
      const tail = await read(Math.max(0, file.size - TAIL), file.size);
      const directory = findDirectory(tail, file.size);
      if (directory === null) return null;
      const { at, length } = directory;
      const entries = readDirectory(await read(at, at + length), directory.entries);
      // Files that share their bytes, of which a small archive holds any number (D. Fifield, “A better zip bomb”, 2019).
      const packed = (entries ?? []).reduce((sum, entry) => sum + entry.packed, 0);
      return packed > file.size ? null : entries;
    },
    async unpacked(entry) {
      const wrong = packedProblem(entry);
      if (wrong !== null) return wrong;
      const header = await read(entry.at, entry.at + HEADER);
      const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
      if (header.length < HEADER || view.getUint32(0, true) !== 0x04034b50) return 'damaged-archive';
      const from = entry.at + HEADER + view.getUint16(26, true) + view.getUint16(28, true);
      return from + entry.packed > file.size ? 'damaged-archive' : unpackedFrom(read, from, entry);
    },
  };
}

async function unpackedFrom(
  read: (from: number, to: number) => Promise<Bytes>,
  from: number,
  entry: ZipEntry,
): Promise<SlicedFile | UnpackProblem> {
  const unpacker = createUnpacker(entry);
  const gathered = gather();
  const end = from + entry.packed;
  for (let at = from; at < end; at += WINDOW) {
    const packed = await read(at, Math.min(end, at + WINDOW));
    for (let step = 0; step < packed.length; step += STEP) {
      const out = unpacker.add(packed.subarray(step, step + STEP), at + step + STEP >= end);
      if (typeof out === 'string') return out;
      out.forEach(gathered.add);
    }
  }
  return unpacker.end() ?? gathered.file(entry.name);
}

/** Reads a file in pieces, of which the last is kept. */
function windowed(file: Blob): (from: number, to: number) => Promise<Bytes> {
  let [start, held]: [number, Bytes] = [0, new Uint8Array()];
  return async (from, to) => {
    if (from < start || to > start + held.length) {
      const end = Math.min(file.size, Math.max(to, from + WINDOW));
      held = new Uint8Array(await file.slice(from, end).arrayBuffer());
      start = from;
    }
    return held.subarray(from - start, to - start);
  };
}

function gather(): {
  readonly add: (bytes: Uint8Array) => void;
  readonly file: (name: string) => SlicedFile;
} {
  const whole: Blob[] = [];
  let parts: Bytes[] = [];
  let size = 0;
  return {
    add(bytes) {
      parts.push(new Uint8Array(bytes));
      size += bytes.length;
      if (size < GATHERED) return;
      whole.push(new Blob(parts));
      parts = [];
      size = 0;
    },
    file(name) {
      if (whole.length > 0) return new File([...whole, ...parts], name);
      const [only = new Uint8Array()] = parts.length < 2 ? parts : [joinedBytes(parts)];
      return {
        name,
        size: only.length,
        slice: (from, to) => ({ arrayBuffer: async () => only.slice(from, to).buffer }),
      };
    },
  };
}
