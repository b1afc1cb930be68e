import { strFromU8 } from 'fflate';

/** A file of a Zip archive, as its directory describes it. Sizes and places in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** CRC-32 of the file. */
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins, before its bytes. */
  readonly at: number;
}

/** Where an archive's directory lies. */
export interface ZipDirectory {
  readonly at: number;
  readonly length: number;
  readonly entries: number;
}

/** So many bytes from the end of an archive tell where its directory is: the last records and the longest comment. */
export const TAIL = 22 + 0xffff + 20 + 56;
/** How long the header of a file is, without its name and what follows that. */
export const HEADER = 30;
/** More files than this, or a longer directory in bytes, are not looked at. */
const MOST = 200_000;
const LONGEST = 64_000_000;

const sign = (bytes: DataView, at: number): number =>
  at >= 0 && at + 4 <= bytes.byteLength ? bytes.getUint32(at, true) : 0;
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether a file that begins so is a Zip archive; an empty one has nothing but its last record. */
export function isZip(head: Uint8Array): boolean {
  const first = sign(viewOf(head), 0);
  return first === 0x04034b50 || first === 0x06054b50;
}

/**
 * Finds the directory (APPNOTE.TXT 6.3.9, 4.3.14 to 4.3.16).
 * @param tail the last bytes of the archive: TAIL of them, or all
 * @param length of the archive
 * @returns null when there is none, or it has more than can be looked at
 */
export function findDirectory(tail: Uint8Array, length: number): ZipDirectory | null {
  const view = viewOf(tail);
  let end = tail.length - 22;
  while (end >= 0 && sign(view, end) !== 0x06054b50) end--;
  if (end < 0) return null;
  const found = wideDirectory(view, end, length) ?? {
    entries: view.getUint16(end + 10, true),
    length: view.getUint32(end + 12, true),
    at: view.getUint32(end + 16, true),
  };
  const isWithin = found.at + found.length <= length && found.entries * 46 <= found.length;
  return isWithin && found.entries <= MOST && found.length <= LONGEST ? found : null;
}

/** What the ZIP64 record says, when there is one. */
function wideDirectory(view: DataView, end: number, length: number): ZipDirectory | null {
  if (sign(view, end - 20) !== 0x07064b50) return null;
  const at = Number(view.getBigUint64(end - 12, true)) - (length - view.byteLength);
  if (at < 0 || at + 56 > view.byteLength || sign(view, at) !== 0x06064b50) return null;
  const number = (from: number): number => Number(view.getBigUint64(at + from, true));
  return { entries: number(32), length: number(40), at: number(48) };
}

/** The files that a directory names, in its order; null when it is damaged. */
export function readDirectory(bytes: Uint8Array, entries: number): readonly ZipEntry[] | null {
  const view = viewOf(bytes);
  const found: ZipEntry[] = [];
  let at = 0;
  while (found.length < entries) {
    if (at + 46 > bytes.length || sign(view, at) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const nameEnd = at + 46 + (name ?? 0);
    const next = nameEnd + (extra ?? 0) + (comment ?? 0);
    if (next > bytes.length) return null;
    const sizes = wideSizes(view, nameEnd, nameEnd + (extra ?? 0), [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    found.push({
      name: strFromU8(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = next;
  }
  return found;
}

/** Size, packed size and place: those that do not fit stand in the extra field 1, in this order (4.5.3). */
function wideSizes(
  view: DataView,
  from: number,
  to: number,
  plain: readonly [number, number, number],
): Pick<ZipEntry, 'size' | 'packed' | 'at'> {
  const values = [...plain];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let next = at + 4;
    for (const [index, value] of values.entries()) {
      if (value !== 0xffffffff || next + 8 > end) continue;
      values[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  const [size = 0, packed = 0, place = 0] = values;
  return { size, packed, at: place };
}
