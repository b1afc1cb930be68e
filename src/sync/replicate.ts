import type { Couch } from './couch.ts';
import { joinedAway, type JoinedLeaf } from './joined-away.ts';
import { pull } from './pull.ts';
import type { Tools } from './run-tools.ts';
import { push } from './push.ts';
import type { ReplicaLog } from './replica-log.ts';
import { SyncError } from './sync-error.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a run has done. */
export interface SyncRun {
  readonly sent: number;
  readonly taken: number;
  /** Revisions that the server has named, and has not given as they were sent: it is asked for them again. */
  readonly unreadable: number;
  /** Records that the server has not taken: too large for it, or against a rule of its own. They are offered again at the next run. */
  readonly refused: number;
}

/** What a run may do. */
export interface SyncOptions {
  /** This machine's id. */
  readonly replica: string;
  /** The reader has said that a run may rewrite as much as it does. */
  readonly evenMuch?: boolean;
  /** ms since 1970. */
  readonly now?: number;
}

/** A run that would rewrite more than this share of the notebook stops and asks; of small ones, more than so many records. */
const MUCH = 1 / 5;
const FEW = 20;

/** Leaves that are deleted at a time. */
const BATCH = 500;

/**
 * Takes what the server has and gives it what it has not. It can be stopped anywhere and begun again: nothing is noted as done that was
 * not. Rejects with a SyncError.
 */
export async function replicate(
  couch: Couch,
  keys: SyncKeys,
  log: ReplicaLog,
  { replica, evenMuch = false, now = Date.now() }: SyncOptions,
): Promise<SyncRun> {
  const tools: Tools = { couch, keys, log };
  const weigh = (rewritten: number, all: number): void => {
    if (!evenMuch && rewritten > Math.max(FEW, all * MUCH))
      throw new SyncError('too-much', { rewritten, all });
  };
  await log.absorb();
  const { taken, unreadable, losers } = await pull(tools, { replica, now, weigh });
  const { sent, refused } = await push(tools);
  // Last: what they said stands on the server in another revision by now, unless it was refused.
  await dropLosers(
    tools,
    losers.filter(({ _id }) => !refused.has(_id)),
  );
  return { sent, taken, unreadable, refused: refused.size };
}

/** Deletes leaves that CouchDB does not show: what they said is joined. */
async function dropLosers({ couch, keys }: Tools, losers: readonly JoinedLeaf[]): Promise<void> {
  for (let at = 0; at < losers.length; at += BATCH) {
    const dropped = await Promise.all(losers.slice(at, at + BATCH).map((one) => joinedAway(keys, one)));
    await couch.give(dropped);
  }
}
