import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import { parseSyncDocument } from '#core/sync/sync-document-guard.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What is sent of a record: the server learns its length, to the nearest step, and when it came. */
export interface SealedDocument {
  readonly id: string;
  /** A nonce of 12 bytes and what AES-256-GCM made of the record (NIST SP 800-38D), base64url. */
  readonly sealed: string;
}

const NONCE = 12;

/** Lengths are rounded up to this many bytes: a server is not to tell an edit of one letter from its size. */
const STEP = 256;

/** The name under which a record lies on the server: a keyed hash of what it is. */
export async function nameOf(
  { naming }: SyncKeys,
  document: Pick<SyncDocument, 'store' | 'key'>,
): Promise<string> {
  const bytes = new TextEncoder().encode(keyText(document));
  // CouchDB keeps names that begin with an underscore for itself.
  return `n${toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', naming, bytes)))}`;
}

/** A record, closed: its name is bound to it, so that a server cannot give one for another. */
export async function sealDocument(keys: SyncKeys, document: SyncDocument): Promise<SealedDocument> {
  const id = await nameOf(keys, document);
  const words = new TextEncoder().encode(JSON.stringify(document));
  const padded = new Uint8Array(Math.ceil((words.length + 1) / STEP) * STEP).fill(0x20);
  padded.set(words);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(id) };
  const closed = new Uint8Array(await crypto.subtle.encrypt(algorithm, keys.sealing, padded));
  const bytes = new Uint8Array(NONCE + closed.length);
  bytes.set(nonce);
  bytes.set(closed, NONCE);
  return { id, sealed: toBase64(bytes) };
}

/** The record that somebody with the same keys has closed; null for anything else: what was changed, cut off or lies under a wrong name. */
export async function openDocument(
  keys: SyncKeys,
  { id, sealed }: SealedDocument,
): Promise<SyncDocument | null> {
  const bytes = fromBase64(sealed);
  if (bytes === null || bytes.length <= NONCE) return null;
  const algorithm = {
    name: 'AES-GCM',
    iv: bytes.subarray(0, NONCE),
    additionalData: new TextEncoder().encode(id),
  };
  try {
    const words = await crypto.subtle.decrypt(algorithm, keys.sealing, bytes.subarray(NONCE));
    const document = parseSyncDocument(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(words)));
    return document !== null && (await nameOf(keys, document)) === id ? document : null;
  } catch {
    return null;
  }
}
