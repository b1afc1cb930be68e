import { urnUuid } from '#core/uuid.ts';

/**
 * An id that the same words always give, so that a file which is read twice adds nothing: four FNV-1a hashes (32 bits) with seeds and
 * multipliers of their own, each mixed at the end as MurmurHash3 does. Not a protection against somebody who makes two alike: records
 * of one id are merged, and none of their words is lost.
 */
export function stableId(parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (const [lane, [seed, factor]] of LANES.entries()) {
    let hash: number = seed;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), factor);
      hash ^= hash >>> 15;
    }
    view.setUint32(lane * 4, mixed(hash));
  }
  return urnUuid(bytes);
}

/** Start value and odd multiplier of each hash. */
const LANES = [
  [0x811c9dc5, 0x01000193],
  [0x9e3779b9, 0x85ebca6b],
  [0x27d4eb2f, 0xc2b2ae35],
  [0x165667b1, 0x9e3779b1],
] as const;

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
