import { originPattern } from '#core/sync/database-address.ts';
import { holdsServerAccess } from '#messaging/server-access.ts';
import type { LastRun } from '#messaging/sync-protocol.ts';
import type { Backups } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { isEmpty } from '#storage/restore-backup.ts';
import { createCouch } from '#sync/couch.ts';
import { expectNotebook } from '#sync/open-notebook.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import { SyncError } from '#sync/sync-error.ts';
import { showRecordsAgain } from './records-changed.ts';
import { createReplicaLog } from './replica-log.ts';
import { soleReplica } from './sole-replica.ts';
import { stayAwake } from './stay-awake.ts';
import { followDevices } from './sync-devices.ts';
import { noteRun } from './sync-runs.ts';
import { readSetup, type SyncSetup } from './sync-setup.ts';

export interface RunInput {
  readonly storage: Storage;
  readonly backups: Backups;
  /** The reader has said that the run may rewrite as much as it does: a backup is taken before. */
  readonly evenMuch: boolean;
  /** The reader has asked for it, or looks on: the machines are listed, too. */
  readonly isAsked: boolean;
  /** Ends it; what was done by then is done. */
  readonly signal: AbortSignal;
}

/** One run from its beginning to its note. Null where no server is set up, or when it was ended. Rejects with a StorageError at most. */
export async function runOnce(input: RunInput): Promise<LastRun | null> {
  const { storage, signal } = input;
  const setup = await readSetup(storage);
  if (setup === null || signal.aborted) return null;
  const ended = await stayAwake(() => replicated(input, setup)).catch(failureOf);
  // Nothing may be noted of a server that has been forgotten meanwhile.
  if (signal.aborted) return null;
  const last: LastRun = { at: new Date().toISOString(), ...ended };
  await noteRun(storage, last, Math.random());
  return last;
}

type Ended = Omit<LastRun, 'at'>;

async function replicated(
  { storage, backups, evenMuch, isAsked, signal }: RunInput,
  setup: SyncSetup,
): Promise<Ended> {
  const { access, keys, salt } = setup;
  if (!(await holdsServerAccess(originPattern(access.database)))) throw new SyncError('no-access');
  const couch = createCouch(access, { signal, mayBeLed: false });
  await expectNotebook(couch, salt);
  if (evenMuch && !(await isEmpty(storage))) await makeBackup(storage, backups, Date.now());
  const replica = await soleReplica(storage, couch, setup.replica, Date.now());
  let taken = 0;
  const log = createReplicaLog(storage, replica);
  // What has come is shown even if the run does not come to its end.
  const counted = {
    ...log,
    take: async (...given: Parameters<typeof log.take>) => {
      const count = await log.take(...given);
      taken += count;
      return count;
    },
  };
  let run: SyncRun;
  try {
    run = await replicate(couch, keys, counted, { replica, evenMuch });
  } finally {
    if (taken > 0) showRecordsAgain();
  }
  const today = new Date().toISOString().slice(0, 10);
  await followDevices(storage, couch, { ...setup, replica }, today, isAsked);
  return { ...run, problem: null, much: null };
}

function failureOf(error: unknown): Ended {
  const known = error instanceof SyncError ? error : null;
  if (known === null) console.error('sync', error);
  const nothing = { sent: 0, taken: 0, unreadable: 0, refused: 0 };
  return { ...nothing, problem: known?.problem ?? 'storage', much: known?.much ?? null };
}
