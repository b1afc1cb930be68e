import type { LastRun, ServerAccess, SyncState } from '#messaging/sync-protocol.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import type { Machine } from './two-machines.ts';

/** What a machine says of sync, and how it is told to sync now. */

export const stateOf = ({ own }: Pick<Machine, 'own'>): Promise<SyncState> => ask(own, 'sync.state', null);

/** Sets sync up as the options page does, makes the database where there is none, and waits for the first run. */
export async function setUp(
  { own, name }: Pick<Machine, 'own' | 'name'>,
  access: ServerAccess,
  passphrase: string,
): Promise<void> {
  const trial = await ask(own, 'sync.test', access);
  if (trial.problem === 'no-database') await ask(own, 'sync.make', access);
  const { problem } = await ask(own, 'sync.setUp', { access, passphrase, device: name });
  if (problem !== null) throw new Error(problem);
  await until('the first run', async () => (await ask(own, 'sync.state', null)).lastGood !== null, 60_000);
}

/** Syncs once, as *Sync now* does. Answers how it ended. */
export async function syncOnce({ own }: Pick<Machine, 'own'>): Promise<LastRun> {
  const last = await ask(own, 'sync.run', null);
  if (last === null) throw new Error('no server is set up');
  return last;
}

/** Syncs until a run ends well. */
export function syncWell(machine: Pick<Machine, 'own' | 'name'>): Promise<LastRun> {
  return until(
    `a run that ends well on ${machine.name}`,
    async () => {
      const last = await syncOnce(machine);
      if (last.problem !== null) throw new Error(last.problem);
      return last;
    },
    60_000,
  );
}

/**
 * Syncs these in turn until nobody has anything to send or to take, twice: who asks while a run is under way is answered with that one,
 * which may have begun before the last change.
 */
export async function settle(...machines: readonly Machine[]): Promise<void> {
  let quiet = 0;
  for (let turn = 0; turn < 12 && quiet < 2; turn++) {
    let moved = 0;
    for (const machine of machines) {
      const { sent, taken } = await syncWell(machine);
      moved += sent + taken;
    }
    quiet = moved === 0 ? quiet + 1 : 0;
  }
  if (quiet < 2) throw new Error('the machines send to and fro without end');
  for (const machine of machines) {
    const { waiting } = await stateOf(machine);
    if (waiting > 0) throw new Error(`${waiting} records wait on ${machine.name}`);
  }
}
