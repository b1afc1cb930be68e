import type { CouchDocument } from './couch-answers.ts';
import { compareRevisions, nextRevision, revisionsOf } from './revision.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a revision says that was deleted because another holds what it said. */
const JOINED = 'joined';

/**
 * What is given to the server for a leaf that was joined into another: a deletion whose revision only who has the keys can make. It names
 * the leaf itself: of a revision's past a server may have been told to keep nothing (`_revs_limit`).
 */
export async function joinedAway(
  keys: SyncKeys,
  { _id, _rev: joined }: Pick<CouchDocument, '_id' | '_rev'>,
): Promise<object> {
  const rev = await nextRevision(keys, joined, JOINED);
  return { _id, _rev: rev, _deleted: true, _revisions: revisionsOf(rev, joined), joined };
}

/** Whether a machine with our keys has deleted the revision since it was joined: nobody else can say so. */
export async function isJoinedAway(
  keys: SyncKeys,
  { _rev: rev, _deleted, joined }: CouchDocument,
): Promise<boolean> {
  return (
    _deleted === true && typeof joined === 'string' && (await nextRevision(keys, joined, JOINED)) === rev
  );
}

/** Of several leaves of one document all but the one that CouchDB shows. */
export function losersAmong(found: readonly CouchDocument[]): readonly CouchDocument[] {
  const leaves = new Map<string, CouchDocument[]>();
  for (const one of found) {
    if (one._deleted === true) continue;
    const others = leaves.get(one._id);
    if (others === undefined) leaves.set(one._id, [one]);
    else others.push(one);
  }
  return [...leaves.values()].flatMap((all) =>
    all.toSorted((one, other) => compareRevisions(other._rev, one._rev)).slice(1),
  );
}
