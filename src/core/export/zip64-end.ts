/** Sizes of what closes an archive, in bytes, and what stands in a field that the ZIP64 record has instead. */
const END = 22;
const END64 = 56;
const LOCATOR = 20;
const MOST = 0xffff;
const FULL = 0xffffffff;

/**
 * The end of an archive with room for more than 65,535 files: fflate counts them in 16 bits. A ZIP64 record and its locator go before the
 * usual last record (APPNOTE.TXT 6.3.9, 4.3.14 to 4.3.16). An archive with fewer files stays as it is.
 * @param end the list of names and the last record, as fflate writes them
 * @param entries how many files there are
 * @param start where `end` begins in the archive, in bytes
 */
export function zip64End(end: Uint8Array, entries: number, start: number): Uint8Array {
  if (entries < MOST) return end;
  const list = end.length - END;
  const whole = new Uint8Array(end.length + END64 + LOCATOR);
  whole.set(end.subarray(0, list));
  whole.set(end.subarray(list), list + END64 + LOCATOR);
  const view = new DataView(whole.buffer);
  const put = (at: number, ...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): void => {
    let next = at;
    for (const [bytes, value] of fields) {
      if (bytes === 2) view.setUint16(next, value, true);
      else if (bytes === 4) view.setUint32(next, value, true);
      else view.setBigUint64(next, BigInt(value), true);
      next += bytes;
    }
  };
  // Its own size without the first twelve bytes; versions made by and needed; disks; entries here and in all; the list's size and place.
  const counts = [[8, entries], [8, entries], [8, list], [8, start]] as const; // prettier-ignore
  put(list, [4, 0x06064b50], [8, END64 - 12], [2, 45], [2, 45], [4, 0], [4, 0], ...counts);
  put(list + END64, [4, 0x07064b50], [4, 0], [8, start + list], [4, 1]);
  put(list + END64 + LOCATOR + 8, [2, MOST], [2, MOST], [4, FULL], [4, FULL]);
  return whole;
}
