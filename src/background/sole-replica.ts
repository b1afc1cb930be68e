import type { Storage } from '#storage/database.ts';
import { getSyncRecord, hasChanged, putSyncRecord } from '#storage/sync-records.ts';
import type { Couch } from '#sync/couch.ts';

/** What a machine has left on the server under its id, so that another that writes under the same is noticed. */
interface Marks {
  /** The last two: it may have been stopped before the server had the last. */
  readonly marks: readonly unknown[];
  /** When the machine took another id, ms since 1970. */
  readonly renamed: number;
}

/** So long a machine keeps an id that it has taken, in ms: a server that makes up marks is not to have it take ever more. */
const KEPT = 86_400_000;

function marksIn(value: unknown): Marks {
  const { marks, renamed } = (value ?? {}) as Partial<Readonly<Record<keyof Marks, unknown>>>;
  return { marks: Array.isArray(marks) ? marks : [], renamed: typeof renamed === 'number' ? renamed : 0 };
}

/**
 * The id under which this machine may write what its reader has changed. A profile that was copied with all its files has the id of its
 * original: what one of the two has covered or deleted would cover what the other wrote meanwhile, and it would be lost. Each leaves a mark
 * on the server before it writes; who finds another's takes an id of its own. Asks nobody where nothing was changed. `now`: ms since 1970.
 */
export async function soleReplica(
  storage: Storage,
  couch: Couch,
  replica: string,
  now: number,
): Promise<string> {
  if (!(await hasChanged(storage))) return replica;
  const { marks, renamed } = marksIn(await getSyncRecord(storage, 'marks'));
  const isKept = Math.abs(now - renamed) < KEPT;
  const id = `_local/on-record-writer-${replica}`;
  const noted = await couch.read(id);
  if (isKept || noted === null || marks.includes(noted['mark'])) {
    const mark = crypto.randomUUID();
    const left: Marks = { marks: [mark, noted?.['mark']], renamed };
    await putSyncRecord(storage, 'marks', left);
    const { _rev: rev } = noted ?? { _rev: undefined };
    const written = await couch.write(id, { _id: id, ...(rev === undefined ? {} : { _rev: rev }), mark });
    // Null: the other has written at the same moment.
    if (isKept || written !== null) return replica;
  }
  const own = crypto.randomUUID();
  const none: Marks = { marks: [], renamed: now };
  await putSyncRecord(storage, 'marks', none);
  await putSyncRecord(storage, 'replica', own);
  return own;
}
