import type { CouchDocument } from './couch-answers.ts';
import { isJoinedAway } from './joined-away.ts';
import type { CameDocument, OwedRevision } from './replica-log.ts';
import { compareRevisions } from './revision.ts';
import { openDocument } from './seal.ts';
import type { SyncKeys } from './sync-keys.ts';

/**
 * Revisions, opened: of several of one document the one that CouchDB shows comes last. `readable` are those among `found`. `settled` are those that need not be asked for
 * again: also what was deleted since it was joined, and what a notebook of before has left when it was wiped.
 */
export async function openAll(keys: SyncKeys, found: readonly CouchDocument[]) {
  const came: CameDocument[] = [];
  const readable: CouchDocument[] = [];
  const settled = new Set<string>();
  let isForeign = false;
  const opened = await Promise.all(found.map((one) => opening(keys, one)));
  const joined = await Promise.all(found.map((one) => isJoinedAway(keys, one)));
  for (const [at, given] of found.entries()) {
    const { _id: id, _rev: rev, _deleted, wiped } = given;
    const one = opened[at];
    const isOurs = joined[at] === true;
    if (one !== null && one !== undefined) {
      came.push(one);
      readable.push(given);
    } else if (_deleted === true && !isOurs) isForeign = true;
    if ((one !== null && one !== undefined) || isOurs || (_deleted === true && wiped === true))
      settled.add(nameOfRevision({ id, rev }));
  }
  came.sort((one, other) => compareRevisions(one.leaf, other.leaf));
  return { came, readable, settled, isForeign };
}

/** A revision of a document, as one word. */
export function nameOfRevision({ id, rev }: OwedRevision): string {
  return `${id} ${rev}`;
}

async function opening(
  keys: SyncKeys,
  { _id: id, _rev: leaf, sealed }: CouchDocument,
): Promise<CameDocument | null> {
  const document = typeof sealed === 'string' ? await openDocument(keys, { id, sealed }) : null;
  return document && { document, leaf };
}
