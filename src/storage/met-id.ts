/** FNV-1a of 128 bits (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv). */
const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x0000000001000000000000000000013bn;

/**
 * The id of whom a name means in an article: the same on every machine, so that two that meet somebody there before they hear of each other
 * have met one person. It is made in the middle of a transaction, which does not wait for WebCrypto, and keeps nobody from anything.
 */
export function metId(source: string, key: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(JSON.stringify([source, key])))
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * PRIME);
  const hex = hash.toString(16).padStart(32, '0');
  // A UUID of one's own making (RFC 9562, version 8).
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
