import { fromBase64, toBase64 } from './base64.ts';
import type { CouchDocument } from './couch-answers.ts';
import type { Couch } from './couch.ts';
import { openText, sealText } from './seal.ts';
import { SyncError } from './sync-error.ts';
import { deriveKeys, newSalt, type SyncKeys } from './sync-keys.ts';

/** Where a notebook says how its keys are made. It is not sealed: nothing can be opened before it is read. */
export const NOTEBOOK = 'on-record-notebook';
/** What is sealed with the keys so that a wrong passphrase is told from a spoilt notebook. */
const PROOF = 'On Record';

/** A notebook's keys, and the salt of which they are made together with the passphrase. */
export interface OpenedNotebook {
  readonly keys: SyncKeys;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/**
 * What a database holds. Rejects with a SyncError, `not-a-notebook` for one that holds something else among its problems: in that nothing
 * of ours is to be mixed.
 */
export async function whatItHolds(couch: Couch): Promise<'nothing' | 'notebook'> {
  await couch.look();
  const present = await couch.read(NOTEBOOK);
  if (present !== null) {
    saltOf(present);
    return 'notebook';
  }
  // Design documents say how a database is used, and are no content.
  const rows = await couch.list({ limit: 20 });
  if (rows.some(({ id }) => !id.startsWith('_design/'))) throw new SyncError('not-a-notebook');
  return 'nothing';
}

/**
 * Opens the notebook that a database holds; in an empty one a new notebook is made. Rejects with a SyncError, `wrong-passphrase` among
 * its problems; then nothing was written.
 */
export async function openNotebook(couch: Couch, passphrase: string): Promise<OpenedNotebook> {
  for (let turn = 0; turn < 3; turn++) {
    if ((await whatItHolds(couch)) === 'notebook') return openPresent(couch, passphrase);
    const salt = newSalt();
    const keys = await deriveKeys(passphrase, salt);
    const proof = await sealText(keys, NOTEBOOK, PROOF);
    // Another machine may have made one meanwhile: then that one is read.
    const notebook = { _id: NOTEBOOK, version: 1, salt: toBase64(salt), proof };
    if ((await couch.write(NOTEBOOK, notebook)) !== null) return { keys, salt };
  }
  throw new SyncError('bad-answer');
}

async function openPresent(couch: Couch, passphrase: string): Promise<OpenedNotebook> {
  const present = await couch.read(NOTEBOOK);
  if (present === null) throw new SyncError('bad-answer');
  const salt = saltOf(present);
  const keys = await deriveKeys(passphrase, salt);
  const { proof } = present;
  const opened = typeof proof === 'string' ? await openText(keys, NOTEBOOK, proof) : null;
  if (opened?.trimEnd() !== PROOF) throw new SyncError('wrong-passphrase');
  return { keys, salt };
}

/**
 * Whether the database still holds the notebook of this salt. Rejects with `wiped` when it holds none, and with `other-notebook` when
 * somebody has made another: what was sent to one must not be sent again by itself.
 */
export async function expectNotebook(couch: Couch, salt: Uint8Array): Promise<void> {
  const present = await couch.read(NOTEBOOK);
  if (present === null) {
    // No such document, or no such database: each has its sentence.
    await couch.look();
    throw new SyncError('wiped');
  }
  if (toBase64(saltOf(present)) !== toBase64(salt)) throw new SyncError('other-notebook');
}

function saltOf({ version, salt, proof }: CouchDocument): Uint8Array<ArrayBuffer> {
  if (typeof version === 'number' && version > 1) throw new SyncError('newer-notebook');
  const bytes = typeof salt === 'string' ? fromBase64(salt) : null;
  if (bytes === null || bytes.length !== 32 || typeof proof !== 'string')
    throw new SyncError('not-a-notebook');
  return bytes;
}
