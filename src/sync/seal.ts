import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import { parseSyncDocument } from '#core/sync/sync-document-guard.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { packDocument, unpackDocument } from '#core/sync/pack-document.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What is sent of a record: the server learns its length when compressed, to the nearest step, and when it came. */
export interface SealedDocument {
  readonly id: string;
  /** A nonce of 12 bytes and what AES-256-GCM made of the record (NIST SP 800-38D), base64url. */
  readonly sealed: string;
}

const NONCE = 12;

/** Lengths are rounded up to this many bytes: a server is not to tell an edit of one letter from its size. */
const STEP = 256;

/** What the names of records begin with: CouchDB keeps names that begin with an underscore for itself. */
export const NAMED = 'n';

/** The name under which a record lies on the server: a keyed hash of what it is (keyText). */
export async function nameOf(keys: SyncKeys, what: string): Promise<string> {
  return `${NAMED}${await keyedHash(keys, what)}`;
}

/** A hash that only who has the keys can make. */
export async function keyedHash({ naming }: SyncKeys, words: string): Promise<string> {
  const bytes = new TextEncoder().encode(words);
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', naming, bytes)));
}

/** A record, closed: its name is bound to it, so that a server cannot give one for another. */
export async function sealDocument(keys: SyncKeys, document: SyncDocument): Promise<SealedDocument> {
  const id = await nameOf(keys, keyText(document));
  return { id, sealed: await sealBytes(keys, id, packDocument(document)) };
}

/** The record that somebody with the same keys has closed; null for anything else: what was changed, cut off or lies under a wrong name. */
export async function openDocument(
  keys: SyncKeys,
  { id, sealed }: SealedDocument,
): Promise<SyncDocument | null> {
  const bytes = await openBytes(keys, id, sealed);
  const document = bytes === null ? null : parseSyncDocument(unpackDocument(bytes));
  return document !== null && (await nameOf(keys, keyText(document))) === id ? document : null;
}

/** A text that only who has the keys can read. `bound`: what it belongs to; it opens with the same alone. */
export function sealText(keys: SyncKeys, bound: string, text: string): Promise<string> {
  const words = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((words.length + 1) / STEP) * STEP).fill(0x20);
  padded.set(words);
  return sealBytes(keys, bound, padded);
}

async function sealBytes(
  { sealing }: SyncKeys,
  bound: string,
  open: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(bound) };
  const closed = new Uint8Array(await crypto.subtle.encrypt(algorithm, sealing, open));
  const bytes = new Uint8Array(NONCE + closed.length);
  bytes.set(nonce);
  bytes.set(closed, NONCE);
  return toBase64(bytes);
}

/** What `sealText` has closed with the same keys for the same thing, with spaces at its end; null for anything else. */
export async function openText(keys: SyncKeys, bound: string, sealed: string): Promise<string | null> {
  const bytes = await openBytes(keys, bound, sealed);
  try {
    return bytes === null ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function openBytes(
  { sealing }: SyncKeys,
  bound: string,
  sealed: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64(sealed);
  if (bytes === null || bytes.length <= NONCE) return null;
  const algorithm = {
    name: 'AES-GCM',
    iv: bytes.subarray(0, NONCE),
    additionalData: new TextEncoder().encode(bound),
  };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, sealing, bytes.subarray(NONCE)));
  } catch {
    return null;
  }
}
