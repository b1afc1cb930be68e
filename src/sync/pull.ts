import { readCheckpoint } from './checkpoint.ts';
import type { CouchDocument } from './couch-answers.ts';
import type { Couch, CouchChange } from './couch.ts';
import { inPieces, newPace } from './in-pieces.ts';
import { isJoinedAway, losersAmong } from './joined-away.ts';
import type { CameDocument, OwedRevision, ReplicaLog } from './replica-log.ts';
import { compareRevisions } from './revision.ts';
import { NAMED, openDocument } from './seal.ts';
import { SyncError } from './sync-error.ts';
import type { SyncKeys } from './sync-keys.ts';

export interface Tools {
  readonly couch: Couch;
  readonly keys: SyncKeys;
  readonly log: ReplicaLog;
}

export interface PullOptions {
  /** This machine's id. */
  readonly replica: string;
  /** ms since 1970. */
  readonly now: number;
  /** Throws when so much is not to be taken unasked: records that were there and would be others or go, in all of this run. */
  readonly weigh: (rewritten: number, all: number) => void;
}

export interface Pulled {
  readonly taken: number;
  readonly unreadable: number;
  /** Leaves that CouchDB does not show. */
  readonly losers: readonly CouchDocument[];
}

/** Rows of the list of changes that are read at a time. */
const PAGE = 1_000;
/** Documents that are joined in one transaction: the reader's own saving waits no longer than for these. */
const TOGETHER = 100;
/** A server that owes more revisions than this is not to be relied on. */
const MOST_OWED = 5_000;
/** So many of them are asked for again at each run. */
const ASKED_AGAIN = 500;

/** Takes what the server has. Rejects with a SyncError. */
export async function pull(tools: Tools, options: PullOptions): Promise<Pulled> {
  const { log } = tools;
  const checkpoint = await readCheckpoint(tools.couch, log, options);
  const { isWhole } = checkpoint;
  const taking = takingOf(tools, options);
  // When all is read, all that is missing is found anew.
  const before = isWhole ? [] : await log.owed();
  const owed = new Map(before.slice(ASKED_AGAIN).map((one) => [nameOfRevision(one), one]));
  const take = async (wanted: readonly OwedRevision[]): Promise<void> => {
    for (const one of await taking.take(wanted)) owed.set(nameOfRevision(one), one);
    if (owed.size > MOST_OWED) throw new SyncError('bad-answer');
    // Before the checkpoint: what is passed by is known to be missing.
    await log.setOwed([...owed.values()]);
  };
  if (before.length > 0) await take(before.slice(0, ASKED_AGAIN));
  const seen = new Set<string>();
  for (let { since } = checkpoint; ;) {
    const { results, last } = await changesSince(tools, since);
    const named = leavesOf(results);
    // What it no longer names has another in its place, which says all that it said.
    for (const [name, { id, rev }] of owed) if (named.get(id)?.has(rev) === false) owed.delete(name);
    const wanted = await wantedOf(named, log);
    await take(wanted);
    const isNew = results.length > 0 || isWhole;
    if (isNew && !(await checkpoint.note(last))) break;
    // A server that goes round in a circle would be asked for ever.
    if (results.length < PAGE || last === since || seen.has(last)) break;
    seen.add(last);
    since = last;
  }
  if (taking.isDoubted() && !isWhole) {
    const last = await log.lastWhole();
    if (last !== null) await log.setLastWhole({ ...last, isDoubted: true });
  }
  return { taken: taking.taken(), unreadable: owed.size, losers: taking.losers() };
}

async function changesSince({ couch, log }: Tools, since: string) {
  try {
    return await couch.changes(since, PAGE);
  } catch (error) {
    // It does not understand where we were, though it has noted it: next time it is read from its beginning.
    if (since !== '0' && error instanceof SyncError && error.problem === 'not-couchdb')
      await log.setCheckpoint(null);
    throw error;
  }
}

/** The leaves of each document of ours: a cluster may name one twice. */
function leavesOf(results: readonly CouchChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    results.filter(({ id }) => id.startsWith(NAMED)).map(({ id, leaves }) => [id, new Set(leaves)]),
  );
}

/** What is not here: of a document with several leaves all, for it must be found out which of them are to go. */
async function wantedOf(
  named: ReadonlyMap<string, ReadonlySet<string>>,
  log: ReplicaLog,
): Promise<readonly OwedRevision[]> {
  const known = await log.known([...named.values()].flatMap((leaves) => [...leaves]));
  return [...named].flatMap(([id, leaves]) =>
    [...leaves].every((rev) => known.has(rev)) ? [] : [...leaves].map((rev) => ({ id, rev })),
  );
}

function takingOf({ couch, keys, log }: Tools, { weigh }: PullOptions) {
  const pace = newPace();
  const losers: CouchDocument[] = [];
  let [taken, rewritten, isDoubted] = [0, 0, false];
  /** What one makes on the way, in bytes: as those before it did. */
  let mean = 2_000;
  const weighAll = (more: number, all: number): void => {
    weigh(rewritten + more, all);
    rewritten += more;
  };
  const takePiece = async (piece: readonly OwedRevision[], owed: OwedRevision[]): Promise<void> => {
    const given = await couch.revisions(piece);
    const asked = new Set(piece.map(nameOfRevision));
    const found = given.filter(({ _id: id, _rev: rev }) => asked.has(nameOfRevision({ id, rev })));
    if (found.length > 0) mean = meanSize(found);
    const { came, settled, isForeign } = await openAll(keys, found);
    isDoubted ||= isForeign;
    for (let at = 0; at < came.length; at += TOGETHER)
      taken += await log.take(came.slice(at, at + TOGETHER), weighAll);
    losers.push(...losersAmong(found));
    owed.push(...piece.filter((one) => !settled.has(nameOfRevision(one))));
  };
  return {
    taken: () => taken,
    losers: () => losers,
    /** Whether documents were deleted by who has not our keys. */
    isDoubted: () => isDoubted,
    /** Takes these revisions; answers those that were not given as they must be. */
    take: async (wanted: readonly OwedRevision[]): Promise<readonly OwedRevision[]> => {
      const owed: OwedRevision[] = [];
      await inPieces(wanted, {
        pace,
        sizeOf: () => mean,
        work: (piece) => takePiece(piece, owed),
        onTooLarge: (one) => owed.push(one),
      });
      return owed;
    },
  };
}

function meanSize(found: readonly CouchDocument[]): number {
  const all = found.reduce((sum, { sealed }) => sum + (typeof sealed === 'string' ? sealed.length : 0), 0);
  // Names, revisions and brackets.
  return Math.ceil(all / found.length) + 200;
}

/**
 * Revisions, opened: of several of one document the one that CouchDB shows comes last. `settled` are those that need not be asked for
 * again: also what was deleted since it was joined, and what a notebook of before has left when it was wiped.
 */
async function openAll(keys: SyncKeys, found: readonly CouchDocument[]) {
  const came: CameDocument[] = [];
  const settled = new Set<string>();
  let isForeign = false;
  const opened = await Promise.all(found.map((one) => opening(keys, one)));
  const joined = await Promise.all(found.map((one) => isJoinedAway(keys, one)));
  for (const [at, { _id: id, _rev: rev, _deleted, wiped }] of found.entries()) {
    const one = opened[at];
    const isOurs = joined[at] === true;
    if (one !== null && one !== undefined) came.push(one);
    else if (_deleted === true && !isOurs) isForeign = true;
    if ((one !== null && one !== undefined) || isOurs || (_deleted === true && wiped === true))
      settled.add(nameOfRevision({ id, rev }));
  }
  came.sort((one, other) => compareRevisions(one.leaf, other.leaf));
  return { came, settled, isForeign };
}

function nameOfRevision({ id, rev }: OwedRevision): string {
  return `${id} ${rev}`;
}

async function opening(
  keys: SyncKeys,
  { _id: id, _rev: leaf, sealed }: CouchDocument,
): Promise<CameDocument | null> {
  const document = typeof sealed === 'string' ? await openDocument(keys, { id, sealed }) : null;
  return document && { document, leaf };
}
