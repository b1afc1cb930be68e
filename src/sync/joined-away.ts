import type { CouchDocument } from './couch-answers.ts';
import { compareRevisions, nextRevision, revisionsOf } from './revision.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a revision says that was deleted because another holds what it said. */
const JOINED = 'joined';

/** A leaf, by its name: what it says is joined, and is needed no more. */
export type JoinedLeaf = Pick<CouchDocument, '_id' | '_rev'>;

/**
 * What is given to the server for a leaf that was joined into another: a deletion whose revision only who has the keys can make. It names
 * the leaf itself: of a revision's past a server may have been told to keep nothing (`_revs_limit`).
 */
export async function joinedAway(keys: SyncKeys, { _id, _rev: joined }: JoinedLeaf): Promise<object> {
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

/**
 * Of several leaves of one document all but the one that CouchDB shows. `opened`: what could be read, and was joined; of what could not be,
 * nobody here knows what it says. A server may give the same leaf twice.
 */
export function losersAmong(opened: readonly CouchDocument[]): readonly JoinedLeaf[] {
  const documents = new Map<string, Set<string>>();
  for (const { _id, _rev, _deleted } of opened) {
    if (_deleted === true) continue;
    const leaves = documents.get(_id);
    if (leaves === undefined) documents.set(_id, new Set([_rev]));
    else leaves.add(_rev);
  }
  return [...documents].flatMap(([_id, leaves]) =>
    [...leaves]
      .sort((one, other) => compareRevisions(other, one))
      .slice(1)
      .map((_rev) => ({ _id, _rev })),
  );
}
