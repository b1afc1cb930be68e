import { addressParts } from '#core/sync/address-parts.ts';
import type { ServerAccess } from '#messaging/sync-protocol.ts';
import { until } from '#scripts/driver/session.ts';
import { stateOf } from './machine-sync.ts';
import { clickButton, fillIn, sectionWords, untilSays } from './options-steps.ts';
import type { Machine } from './two-machines.ts';

/** Sync as a reader sets it up, asks for it and ends it, in the options. */

const isOn = async (machine: Machine): Promise<boolean> => (await stateOf(machine)).server !== null;

/** Back at the two ways in, wherever an attempt before has ended. */
async function atWaysIn({ own }: Machine): Promise<void> {
  await own.bringToFront();
  if ((await sectionWords(own)).includes('Cancel')) await clickButton(own, 'Cancel');
  await untilSays(own, 'Set up with a server');
}

async function start({ own, name }: Machine): Promise<void> {
  await fillIn(own, 'Name of this device', name);
  await clickButton(own, 'Start syncing');
  await untilSays(own, 'Syncing is on.');
}

/** Sets a machine up with a server, unless it is. */
export async function setUpByHand(machine: Machine, access: ServerAccess, passphrase: string): Promise<void> {
  if (await isOn(machine)) return;
  const { own } = machine;
  const { server, name } = addressParts(access.database);
  await atWaysIn(machine);
  await clickButton(own, 'Set up with a server');
  await fillIn(own, 'Server address', server);
  await fillIn(own, 'Database', name);
  await fillIn(own, 'User name', access.name);
  await fillIn(own, 'Password', access.password);
  await clickButton(own, 'Test connection');
  await untilSays(own, 'The server answers.');
  await fillIn(own, 'Passphrase', passphrase);
  // After an attempt that was cut off there is a notebook already.
  if ((await sectionWords(own)).includes('is empty')) await fillIn(own, 'Passphrase once more', passphrase);
  await start(machine);
}

/** Sets a machine up with the code that another shows, unless it is. */
export async function setUpByCode(machine: Machine, from: Machine, passphrase: string): Promise<void> {
  if (await isOn(machine)) return;
  await clickButton(from.own, 'Show setup code');
  const code = await until('the code', () =>
    from.own.evaluate(() => document.querySelector<HTMLInputElement>('dialog .code-field')?.value ?? null),
  );
  await clickButton(from.own, 'Done');
  const { own } = machine;
  await atWaysIn(machine);
  await clickButton(own, 'I have a setup code');
  await fillIn(own, 'Setup code', code);
  await fillIn(own, 'Passphrase of the notebook', passphrase);
  await clickButton(own, 'Open the code');
  await untilSays(own, 'The code is open.');
  await start(machine);
}

/** Syncs by the button. */
export async function syncByHand(machine: Machine): Promise<void> {
  await clickButton(machine.own, 'Sync now');
  await untilSays(machine.own, 'Synced.');
}

/** Ends sync by the button and its question, unless it is off. */
export async function stopByHand(machine: Machine): Promise<void> {
  if (!(await isOn(machine))) return;
  for (const _ of ['asked', 'answered']) await clickButton(machine.own, 'Stop syncing');
  await untilSays(machine.own, 'Syncing is off.');
}
