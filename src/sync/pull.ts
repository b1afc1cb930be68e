import { MOST_PAGES, PAGE, TOGETHER } from './batch-sizes.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { CouchDocument } from './couch-answers.ts';
import { inPieces, newPace } from './in-pieces.ts';
import { type JoinedLeaf, losersAmong } from './joined-away.ts';
import { leavesOf, wantedOf } from './named-leaves.ts';
import { nameOfRevision, openAll } from './open-revisions.ts';
import type { OwedRevision } from './replica-log.ts';
import type { Tools, Weigh } from './run-tools.ts';
import { SyncError } from './sync-error.ts';
import { weighAhead } from './weigh-ahead.ts';

export interface PullOptions {
  /** This machine's id. */
  readonly replica: string;
  /** ms since 1970. */
  readonly now: number;
  readonly weigh: Weigh;
}

export interface Pulled {
  readonly taken: number;
  readonly unreadable: number;
  /** Leaves that CouchDB does not show. */
  readonly losers: readonly JoinedLeaf[];
}

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
  let isWeighed = false;
  for (let { since } = checkpoint; ;) {
    const { results, last } = await changesSince(tools, since);
    const named = leavesOf(results);
    // What it no longer names has another in its place, which says all that it said.
    for (const [name, { id, rev }] of owed) if (named.get(id)?.has(rev) === false) owed.delete(name);
    const wanted = await wantedOf(named, log);
    // Pages that name only what is here take nothing, and need not be read twice.
    if (!isWeighed && wanted.length > 0) {
      await weighAhead(tools, { wanted, next: results.length < PAGE ? null : last }, options.weigh);
      isWeighed = true;
    }
    await take(wanted);
    const isNew = results.length > 0 || isWhole;
    if (isNew && !(await checkpoint.note(last))) break;
    // A server that goes round in a circle would be asked for ever.
    if (results.length < PAGE || last === since || seen.has(last)) break;
    seen.add(last);
    if (seen.size >= MOST_PAGES) throw new SyncError('bad-answer');
    since = last;
  }
  await log.offerUnseen();
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

function takingOf({ couch, keys, log }: Tools, { weigh }: PullOptions) {
  const pace = newPace();
  const losers: JoinedLeaf[] = [];
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
    const { came, readable, settled, isForeign } = await openAll(keys, found);
    isDoubted ||= isForeign;
    for (let at = 0; at < came.length; at += TOGETHER)
      taken += await log.take(came.slice(at, at + TOGETHER), weighAll);
    losers.push(...losersAmong(readable));
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
