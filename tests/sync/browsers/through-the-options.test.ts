import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressParts } from '#core/sync/address-parts.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { clickButton, fillIn, sectionWords, untilSays } from './options-steps.ts';
import { type Machine, openTwoMachines, type TwoMachines } from './two-machines.ts';

/**
 * A reader sets sync up on one machine, carries its code to the other, and ends it: with real clicks in the options of real browsers, and a
 * real server. The steps go on from one another; each can be tried again.
 */

const passphrase = 'fourteen herons over the estuary';

describe('sync, through the options of Chromium and Firefox', () => {
  let desk: TwoMachines;
  let one: Machine;
  let other: Machine;

  beforeAll(async () => {
    desk = await openTwoMachines(['chrome', 'firefox']);
    ({ one, other } = desk);
  });
  afterAll(() => desk?.close());

  const anew = async ({ own }: Machine): Promise<void> => {
    if ((await ask(own, 'sync.state', null)).server !== null) await ask(own, 'sync.stop', null);
    if ((await sectionWords(own)).includes('Cancel')) await clickButton(own, 'Cancel');
    await untilSays(own, 'Set up with a server');
  };
  const picture = async ({ own, kind }: Machine, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    const section = await own.$('dialog[open], section[aria-labelledby="sync"]');
    await section?.screenshot({ path: `${folder}/${kind}-${name}.png` });
  };

  it('a database that is not there and a server that is not there are told', async () => {
    await anew(one);
    const { own } = one;
    const { server, name } = addressParts(desk.server.access.database);
    await clickButton(own, 'Set up with a server');
    await fillIn(own, 'Server address', server);
    await fillIn(own, 'Database', 'nothing-here');
    await fillIn(own, 'User name', desk.server.access.name);
    await fillIn(own, 'Password', desk.server.access.password);
    await clickButton(own, 'Test connection');
    await untilSays(own, 'has no database “nothing-here”.');
    await picture(one, 'no-database');
    await fillIn(own, 'Database', name);
    await fillIn(own, 'Server address', 'http://127.0.0.1:9');
    await clickButton(own, 'Test connection');
    await untilSays(own, 'Nobody answers at 127.0.0.1:9.');
    await picture(one, 'unreachable');
  });

  it('each browser tells the origin that the lines for the server’s configuration name', async () => {
    const origins = [one, other].map(({ own }) => own.evaluate(() => location.origin));
    expect(await Promise.all(origins)).toEqual([
      expect.stringMatching(/^chrome-extension:\/\/[a-z]{32}$/),
      expect.stringMatching(/^moz-extension:\/\/[\da-f-]{36}$/),
    ]);
  });

  it('one machine begins a notebook, with its passphrase typed twice', async () => {
    await anew(one);
    const { own } = one;
    const { server, name } = addressParts(desk.server.access.database);
    await clickButton(own, 'Set up with a server');
    await fillIn(own, 'Server address', server);
    await fillIn(own, 'Database', name);
    await fillIn(own, 'User name', desk.server.access.name);
    await fillIn(own, 'Password', desk.server.access.password);
    await clickButton(own, 'Test connection');
    await untilSays(own, 'The server answers.');
    await fillIn(own, 'Passphrase', passphrase);
    // On a second try there is a notebook already.
    if ((await sectionWords(own)).includes('is empty')) await fillIn(own, 'Passphrase once more', passphrase);
    await fillIn(own, 'Name of this device', one.name);
    await clickButton(own, 'Start syncing');
    await untilSays(own, 'Syncing is on.');
    await untilSays(own, one.name);
    await clickButton(own, 'Sync now');
    await untilSays(own, 'Synced.');
    await picture(one, 'on');
  });

  it('its code, with the passphrase, sets up the other; a wrong passphrase does not', async () => {
    await anew(other);
    await clickButton(one.own, 'Show setup code');
    const code = await until('the code', () =>
      one.own.evaluate(() => document.querySelector<HTMLInputElement>('dialog .code-field')?.value ?? null),
    );
    expect(await one.own.$eval('dialog svg[role="img"]', (svg) => svg.clientWidth)).toBeGreaterThan(200);
    await picture(one, 'code');
    await clickButton(one.own, 'Done');
    await clickButton(other.own, 'I have a setup code');
    await fillIn(other.own, 'Setup code', code);
    await fillIn(other.own, 'Passphrase of the notebook', 'fifteen herons over the estuary');
    await clickButton(other.own, 'Open the code');
    await untilSays(other.own, 'This is not the right passphrase.');
    await fillIn(other.own, 'Passphrase of the notebook', passphrase);
    await clickButton(other.own, 'Open the code');
    await untilSays(other.own, 'The code is open.');
    await fillIn(other.own, 'Name of this device', other.name);
    await picture(other, 'code-opened');
    await clickButton(other.own, 'Start syncing');
    await untilSays(other.own, 'Syncing is on.');
    await untilSays(other.own, one.name);
    await picture(other, 'on');
    await clickButton(one.own, 'Sync now');
    await untilSays(one.own, other.name);
  });

  it('the server’s copy is wiped from one: the other stops, and says why', async () => {
    if ((await ask(one.own, 'sync.state', null)).server !== null) {
      await clickButton(one.own, 'Wipe the server’s copy');
      await clickButton(one.own, 'Wipe the server’s copy');
    }
    await untilSays(one.own, 'Set up with a server');
    await picture(one, 'wiped');
    await clickButton(other.own, 'Sync now');
    await untilSays(other.own, 'has no database');
    await picture(other, 'wiped');
    await clickButton(other.own, 'Stop syncing');
    await clickButton(other.own, 'Stop syncing');
    await untilSays(other.own, 'Both copies are still there.');
  });
});
