import { deflateSync, inflateSync } from 'fflate';
import { PAGE_WORDS, READERS_WORDS } from './document-dictionary.ts';
import type { SyncDocument } from './sync-document.ts';

/** Lengths are rounded up to this many bytes: a server is not to tell an edit of a few letters from its size. */
const STEP = 256;
const VERSION = 1;
/** The version, and the lengths of both parts. */
const HEAD = 9;

const encoder = new TextEncoder();
const dictionaries = [encoder.encode(PAGE_WORDS), encoder.encode(READERS_WORDS)] as const;

/**
 * A record as few bytes: what the page says and what the reader has added are compressed apart (DEFLATE, RFC 1951), and filled up with
 * zeros. Together, the length would tell a newspaper that keeps the server how much of its own words stand in the reader's note (as in
 * Kelsey, *Compression and Information Leakage of Plaintext*, 2002).
 */
export function packDocument({ store, key, fields, ...added }: SyncDocument): Uint8Array<ArrayBuffer> {
  const [page, reader] = [{ store, key, fields }, added].map((part, at) =>
    deflateSync(encoder.encode(JSON.stringify(part)), { dictionary: dictionaries[at] ?? dictionaries[0] }),
  );
  if (page === undefined || reader === undefined) throw new RangeError('two parts');
  const length = HEAD + page.length + reader.length;
  const bytes = new Uint8Array(Math.ceil(length / STEP) * STEP);
  const head = new DataView(bytes.buffer);
  head.setUint8(0, VERSION);
  head.setUint32(1, page.length);
  head.setUint32(5, reader.length);
  bytes.set(page, HEAD);
  bytes.set(reader, HEAD + page.length);
  return bytes;
}

/** What `packDocument` has packed, not yet checked; undefined for anything else. */
export function unpackDocument(bytes: Uint8Array): unknown {
  if (bytes.length < HEAD || bytes[0] !== VERSION) return undefined;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const middle = HEAD + head.getUint32(1);
  const end = middle + head.getUint32(5);
  if (end > bytes.length) return undefined;
  try {
    const parts = [bytes.subarray(HEAD, middle), bytes.subarray(middle, end)].map((part, at) => {
      const words = inflateSync(part, { dictionary: dictionaries[at] ?? dictionaries[0] });
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(words)) as unknown;
    });
    return Object.assign({}, ...parts) as unknown;
  } catch {
    return undefined;
  }
}
