import type { Couch } from './couch.ts';
import type { ReplicaLog } from './replica-log.ts';

/** How far a machine has read the server's changes. */
export interface Checkpoint {
  /** Where to go on. */
  readonly since: string;
  /** Whether the server is read from its beginning: nothing is known of it, or it is time to look at all of it. */
  readonly isWhole: boolean;
  /** Notes that all up to here is taken. False when somebody else writes under this machine's name. */
  readonly note: (since: string) => Promise<boolean>;
}

/** The name under which a machine notes on the server how far it has read, which is not replicated. */
function checkpointId(replica: string): string {
  return `_local/on-record-${replica}`;
}

/**
 * How often a server is read from its beginning though it seems to have given all, in ms: what it has once left out of its answers would
 * never come else. The list of all revisions is read then, not what they hold.
 */
const WHOLE = 30 * 86_400_000;
/** The same when the server has shown deletions that none of our machines has made. */
const SOON = 86_400_000;

/** Reads it. `now` is ms since 1970. */
export async function readCheckpoint(
  couch: Couch,
  log: ReplicaLog,
  { replica, now }: { readonly replica: string; readonly now: number },
): Promise<Checkpoint> {
  const id = checkpointId(replica);
  const noted = await couch.read(id);
  let own = await log.checkpoint();
  // What is noted there first and not here, as the machine stopped between the two, is what comes after `was`.
  const isKnown = own !== null && (noted?.['since'] === own || noted?.['was'] === own);
  const isWhole = !isKnown || (await isTime(log, now));
  if (isWhole) {
    // A server that does not know how far we were is another one, or was set back to an older day.
    own = null;
    await log.setCheckpoint(null);
    await log.offerAll();
    await log.setLastWhole({ at: now, isDoubted: false });
  }
  let rev: string | undefined = noted?._rev;
  return {
    since: own ?? '0',
    isWhole,
    note: async (since) => {
      if (since === own) return true;
      const document = { _id: id, ...(rev === undefined ? {} : { _rev: rev }), since, was: own };
      const written = await couch.write(id, document);
      if (written === null) return false;
      rev = written;
      await log.setCheckpoint(since);
      own = since;
      return true;
    },
  };
}

async function isTime(log: ReplicaLog, now: number): Promise<boolean> {
  const last = await log.lastWhole();
  // A clock that was set back says nothing of how long it was.
  const passed = last === null ? Infinity : Math.abs(now - last.at);
  return passed > (last?.isDoubted === true ? SOON : WHOLE);
}
