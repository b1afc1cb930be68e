import { serverAccess, type ServerAccess } from '#core/sync/server-access.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import type { Backups } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { noteEverything } from '#storage/replica-records.ts';
import { isEmpty } from '#storage/restore-backup.ts';
import { forgetSync, getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import { createCouch } from '#sync/couch.ts';
import { SyncError } from '#sync/sync-error.ts';
import { openNotebook } from '#sync/open-notebook.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';
import { createReplicaLog } from './replica-log.ts';

/** How the last run ended. */
export interface LastRun {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly sent: number;
  readonly taken: number;
  readonly unreadable: number;
  /** Why it did not end well; null when it did. */
  readonly problem: SyncProblem | null;
}

export interface SyncService {
  /** Whether a server is set up. Until then nobody is talked to. */
  readonly isOn: () => Promise<boolean>;
  readonly last: () => Promise<LastRun | null>;
  /**
   * Opens or makes the notebook that the database holds, takes a backup and sends all that there is. Rejects with a SyncError; then nothing
   * was written on either side.
   */
  readonly setUp: (access: ServerAccess, passphrase: string) => Promise<LastRun>;
  /** Runs once; a second call waits for the run that is under way. Null where no server is set up. Never rejects. */
  readonly run: (evenMuch?: boolean) => Promise<LastRun | null>;
  /** Talks to the server no more; what is here stays. */
  readonly stop: () => Promise<void>;
}

interface SetUp {
  readonly access: ServerAccess;
  readonly keys: SyncKeys;
  readonly replica: string;
}

export function createSyncService(storage: Storage, backups: Backups): SyncService {
  let running: Promise<LastRun | null> | null = null;

  async function setUpNow(): Promise<SetUp | null> {
    const [server, keys, replica] = await Promise.all(
      (['server', 'keys', 'replica'] as const).map((key) => getSyncRecord(storage, key)),
    );
    const parsed = serverAccess(server);
    if (!parsed.ok || typeof replica !== 'string' || typeof keys !== 'object' || keys === null) return null;
    return { access: parsed.value, keys: keys as SyncKeys, replica };
  }

  async function runOnce(evenMuch: boolean): Promise<LastRun | null> {
    const setUp = await setUpNow();
    if (setUp === null) return null;
    const { replica, keys } = setUp;
    const log = createReplicaLog(storage, replica);
    const ended = await replicate(createCouch(setUp.access), keys, log, { replica, evenMuch }).then(
      (run: SyncRun) => ({ ...run, problem: null }),
      (error: unknown) => ({
        sent: 0,
        taken: 0,
        unreadable: 0,
        problem: error instanceof SyncError ? error.problem : ('storage' as const),
      }),
    );
    const last: LastRun = { at: new Date().toISOString(), ...ended };
    await putSyncRecord(storage, 'last', last);
    return last;
  }

  const run = (evenMuch = false): Promise<LastRun | null> => {
    running ??= runOnce(evenMuch).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    isOn: async () => (await setUpNow()) !== null,
    last: async () => ((await getSyncRecord(storage, 'last')) as LastRun | undefined) ?? null,
    setUp: async (given, passphrase) => {
      const { keys } = await openNotebook(createCouch(given), passphrase);
      if (!(await isEmpty(storage))) await makeBackup(storage, backups, Date.now());
      await forgetSync(storage);
      await putSyncRecord(storage, 'replica', crypto.randomUUID());
      await putSyncRecord(storage, 'keys', keys);
      await putSyncRecord(storage, 'server', given);
      await noteEverything(storage);
      const last = await run();
      if (last === null) throw new SyncError('bad-answer');
      return last;
    },
    run,
    stop: () => forgetSync(storage),
  };
}
