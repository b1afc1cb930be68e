import type { Couch } from './couch.ts';
import { SyncError } from './couch.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { deriveKeys, newSalt, type SyncKeys } from './sync-keys.ts';

/** Where a notebook says how its keys are made. It is not sealed: nothing can be opened before it is read. */
const NOTEBOOK = 'on-record-notebook';
/** What is sealed with the keys so that a wrong passphrase is told from a spoilt notebook. */
const PROOF = new TextEncoder().encode('On Record');

/**
 * The keys of the notebook that a database holds; of an empty one a new notebook is made. Rejects with a SyncError, `wrong-passphrase` among
 * its problems; then nothing was written.
 */
export async function openNotebook(couch: Couch, passphrase: string): Promise<SyncKeys> {
  for (let turn = 0; turn < 3; turn++) {
    const present = await couch.read(NOTEBOOK);
    if (present !== null) return keysOf(present, passphrase);
    const salt = newSalt();
    const keys = await deriveKeys(passphrase, salt);
    const notebook = { _id: NOTEBOOK, version: 1, salt: toBase64(salt), proof: await prove(keys) };
    // Another machine may have made one meanwhile: then that one is read.
    if (await couch.write(NOTEBOOK, notebook)) return keys;
  }
  throw new SyncError('bad-answer');
}

async function keysOf(
  { version, salt, proof }: Readonly<Record<string, unknown>>,
  passphrase: string,
): Promise<SyncKeys> {
  if (typeof version === 'number' && version > 1) throw new SyncError('newer-notebook');
  const bytes = typeof salt === 'string' ? fromBase64(salt) : null;
  if (bytes === null || bytes.length !== 32 || typeof proof !== 'string')
    throw new SyncError('not-a-notebook');
  const keys = await deriveKeys(passphrase, bytes);
  if (!(await isProof(keys, proof))) throw new SyncError('wrong-passphrase');
  return keys;
}

async function prove({ sealing }: SyncKeys): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, PROOF));
  const bytes = new Uint8Array(12 + closed.length);
  bytes.set(iv);
  bytes.set(closed, 12);
  return toBase64(bytes);
}

async function isProof({ sealing }: SyncKeys, proof: string): Promise<boolean> {
  const bytes = fromBase64(proof);
  if (bytes === null || bytes.length <= 12) return false;
  try {
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, 12) };
    const opened = new Uint8Array(await crypto.subtle.decrypt(algorithm, sealing, bytes.subarray(12)));
    return opened.length === PROOF.length && opened.every((byte, at) => byte === PROOF[at]);
  } catch {
    return false;
  }
}
