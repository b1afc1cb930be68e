import { Inflate } from 'fflate';
import { crc32 } from './crc-32.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Why a file of an archive cannot be unpacked. */
export type UnpackProblem = 'damaged-archive' | 'too-long';

/** Unpacks one file of an archive. Neither function throws, whatever its bytes are. */
export interface Unpacker {
  /** What comes out of the next packed bytes: a thousand times as many at most. */
  readonly add: (bytes: Uint8Array, isEnd: boolean) => readonly Uint8Array[] | UnpackProblem;
  /** What is wrong with the whole of it; null for nothing. */
  readonly end: () => UnpackProblem | null;
}

/** So large a file, in bytes, and one packed so tightly, are not unpacked: texts are packed by a tenth, repeated ones by a fiftieth. */
const LARGEST = 2_000_000_000;
const TIGHTEST = 200;
/** Small ones may be packed as tightly as they are, in bytes. */
const SMALL = 10_000_000;

/** What is wrong with a file of an archive before any of it is unpacked; null for nothing. */
export function packedProblem({ method, isEncrypted, size, packed }: ZipEntry): UnpackProblem | null {
  if (isEncrypted || (method !== 0 && method !== 8) || (method === 0 && size !== packed))
    return 'damaged-archive';
  return size > LARGEST || (size > SMALL && size > TIGHTEST * packed) ? 'too-long' : null;
}

/** @param entry what the directory says; more bytes than that are not let through */
export function createUnpacker(entry: ZipEntry): Unpacker {
  let [size, crc] = [0, 0];
  let found: Uint8Array[] = [];
  const take = (bytes: Uint8Array): void => {
    size += bytes.length;
    crc = crc32(bytes, crc);
    found.push(bytes);
  };
  const inflate = entry.method === 8 ? new Inflate(take) : null;
  return {
    add(bytes, isEnd) {
      found = [];
      try {
        if (inflate === null) take(bytes);
        else inflate.push(bytes, isEnd);
      } catch {
        return 'damaged-archive';
      }
      return size > entry.size ? 'damaged-archive' : found;
    },
    end: () => (size === entry.size && crc === entry.crc ? null : 'damaged-archive'),
  };
}
