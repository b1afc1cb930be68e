/**
 * A version 4 UUID (RFC 9562) from 16 random bytes, as a URN. Made by hand since `crypto.randomUUID` is missing where it is needed:
 * Firefox counts our frame on a page without TLS as an insecure context.
 */
export function urnUuid(random: Uint8Array): string {
  const bytes = [...random.subarray(0, 16)];
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}
