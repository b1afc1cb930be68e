import { originPattern } from '#core/sync/database-address.ts';
import type { ServerAccess } from '#core/sync/server-access.ts';
import { holdsServerAccess, returnServerAccess } from '#messaging/server-access.ts';
import type { LastRun, ServerTrial, SyncRequests, SyncState } from '#messaging/sync-protocol.ts';
import type { Backups } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { noteEverything } from '#storage/everything.ts';
import { isEmpty } from '#storage/restore-backup.ts';
import { beginSync, countWaiting, forgetSync } from '#storage/sync-records.ts';
import { type Couch, createCouch } from '#sync/couch.ts';
import { forgetDevice } from '#sync/devices.ts';
import { openNotebook, whatItHolds } from '#sync/open-notebook.ts';
import { readSetupCode, setupCode } from '#sync/setup-code.ts';
import { SyncError } from '#sync/sync-error.ts';
import { wipeServer } from '#sync/wipe-server.ts';
import { readDevices } from './sync-devices.ts';
import { runOnce } from './sync-run.ts';
import { isDue, readRuns } from './sync-runs.ts';
import { readSetup, type SyncSetup } from './sync-setup.ts';

type Answer<Name extends keyof SyncRequests> = ReturnType<SyncRequests[Name]>;

/** One notebook on several machines, through a server of the reader's own. Its functions reject with a StorageError at most. */
export interface SyncService {
  readonly state: () => Promise<SyncState>;
  readonly test: (access: ServerAccess) => Promise<ServerTrial>;
  readonly make: (access: ServerAccess) => Promise<Answer<'sync.make'>>;
  readonly setUp: (access: ServerAccess, passphrase: string, device: string) => Promise<Answer<'sync.setUp'>>;
  /** Runs once; who calls while a run is under way waits for that one. Null where no server is set up. */
  readonly run: (evenMuch?: boolean) => Promise<LastRun | null>;
  /** Runs once if a run is due: after a failure it waits longer each time. */
  readonly runIfDue: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly wipe: () => Promise<Answer<'sync.wipe'>>;
  readonly code: () => Promise<Answer<'sync.code'>>;
  readonly readCode: (code: string, passphrase: string) => Promise<Answer<'sync.readCode'>>;
  /** Does work during which no run is under way: what it wipes must not come back by a run that has begun before. */
  readonly apart: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same of work after which no server is set up any more. */
  readonly forget: <T>(work: () => Promise<T>) => Promise<T>;
}

/** @param onSwitch is told when sync was set up or has ended */
export function createSyncService(
  storage: Storage,
  backups: Backups,
  onSwitch: (isOn: boolean) => void = () => {},
): SyncService {
  let running: Promise<LastRun | null> | null = null;
  let halt = new AbortController();
  /** Work that wants no run beside it; runs wait for it. */
  let still: Promise<unknown> = Promise.resolve();

  const run = async (evenMuch = false, isAsked = true): Promise<LastRun | null> => {
    // One that is under way may not do as much.
    if (evenMuch) await running?.catch(() => null);
    running ??= still
      .then(() => runOnce({ storage, backups, evenMuch, isAsked, signal: halt.signal }))
      .finally(() => {
        running = null;
      });
    return running;
  };

  const apart = <T>(work: () => Promise<T>): Promise<T> => {
    // A run that is begun from here on waits for this; this waits for the one of before.
    const before = running;
    const done = still.then(async () => {
      halt.abort();
      halt = new AbortController();
      await before?.catch(() => null);
      return work();
    });
    still = done.catch(() => null);
    return done;
  };

  async function begin(access: ServerAccess, passphrase: string, device: string): Promise<void> {
    const { keys, salt } = await openNotebook(await reach(access), passphrase);
    const now = Date.now();
    if (!(await isEmpty(storage))) await makeBackup(storage, backups, now);
    const since = new Date(now).toISOString().slice(0, 10);
    const replica = crypto.randomUUID();
    await beginSync(storage, { server: access, keys, salt, replica, device: { name: device, since } });
    // Not in one with what is above: from then on each change is noted, and what was changed until then is among everything.
    await noteEverything(storage);
    await returnServerAccess(originPattern(access.database));
    onSwitch(true);
  }

  async function end(): Promise<void> {
    await forgetSync(storage);
    await returnServerAccess(null);
    onSwitch(false);
  }

  return {
    run: (evenMuch) => run(evenMuch),
    apart,
    state: () => stateOf(storage, running !== null),
    test: async (access) => {
      let holds: ServerTrial['holds'] = null;
      const problem = await problemOf(async () => {
        holds = await whatItHolds(await reach(access));
      });
      return { problem, holds };
    },
    make: async (access) => ({ problem: await problemOf(async () => (await reach(access)).make()) }),
    setUp: async (access, passphrase, device) => {
      const problem = await problemOf(() => apart(() => begin(access, passphrase, device)));
      // Nobody waits for the first run, which can take a minute: its state is shown.
      if (problem === null) run().catch((error: unknown) => console.error('sync', error));
      return { problem };
    },
    runIfDue: async () => {
      // What was changed since it has begun is not in it.
      await running?.catch(() => null);
      if ((await readSetup(storage)) !== null && isDue(await readRuns(storage), Date.now()))
        await run(false, false);
    },
    stop: () =>
      apart(async () => {
        const setup = await readSetup(storage);
        if (setup !== null) await sayGoodbye(setup);
        await end();
      }),
    forget: (work) =>
      apart(async () => {
        const done = await work();
        await end();
        return done;
      }),
    wipe: () =>
      apart(async () => {
        const setup = await readSetup(storage);
        if (setup === null) return { problem: null, left: null };
        let left: Answer<'sync.wipe'>['left'] = null;
        const problem = await problemOf(async () => {
          left = await wipeServer(await reach(setup.access));
        });
        if (problem === null) await end();
        return { problem, left };
      }),
    code: async () => {
      const setup = await readSetup(storage);
      return setup === null ? null : { code: await setupCode(setup, setup.access) };
    },
    readCode: async (code, passphrase) => {
      let access: ServerAccess | null = null;
      const problem = await problemOf(async () => {
        access = await readSetupCode(code, passphrase);
      });
      return { problem, access };
    },
  };
}

/** A server that we may talk to. Rejects with `no-access` before anything is asked. */
async function reach(access: ServerAccess): Promise<Couch> {
  if (!(await holdsServerAccess(originPattern(access.database)))) throw new SyncError('no-access');
  return createCouch(access);
}

/** What kept work from being done; null when it was. What is no SyncError goes on its way. */
async function problemOf(work: () => Promise<void>): Promise<SyncError['problem'] | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof SyncError) return error.problem;
    throw error;
  }
}

/** Takes this machine off the list of those that keep the notebook. The server may be away: then it stays there. */
async function sayGoodbye({ access, keys, replica }: SyncSetup): Promise<void> {
  await reach(access)
    .then((couch) => forgetDevice(couch, keys, replica))
    .catch(() => null);
}

async function stateOf(storage: Storage, isRunning: boolean): Promise<SyncState> {
  const setup = await readSetup(storage);
  if (setup === null)
    return { server: null, isRunning, last: null, lastGood: null, waiting: 0, next: null, devices: [] };
  const { database, name } = setup.access;
  const [{ last, lastGood, next }, waiting, devices] = await Promise.all([
    readRuns(storage),
    countWaiting(storage),
    readDevices(storage, setup.replica),
  ]);
  return { server: { database, name }, isRunning, last, lastGood, waiting, next, devices };
}
