import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { findLeaks } from './find-leaks.ts';
import { keepElsewhere } from './keep-elsewhere.ts';
import { libraryOf } from './library-of.ts';
import { settle, setUp, stateOf, syncOnce, syncWell } from './machine-sync.ts';
import { heardBy, type NotebookServer } from './notebook-server.ts';
import { documentsOf, rawDatabase } from './raw-database.ts';
import { hitsOf } from './reader-steps.ts';
import { type Machine, openTwoMachines, type TwoMachines } from './two-machines.ts';

/** A wrong passphrase, the end of sync and the wiping of the server's copy, on Chromium and Firefox. Each step begins with a notebook that both keep. */

const passphrase = 'fourteen herons over the estuary';

const desks = [
  {
    name: 'Chromium first, of a name that may drop the database',
    kinds: ['chrome', 'firefox'],
    left: 'nothing',
  },
  { name: 'Firefox first, of a name that may not drop it', kinds: ['firefox', 'chrome'], left: 'emptied' },
] as const;

describe.each(desks)('$name', ({ kinds, left }) => {
  let desk: TwoMachines;
  let server: NotebookServer;
  let one: Machine;
  let other: Machine;
  let notes = 0;
  const say = (what: string): string => `${what}, the ${++notes}th remark`;

  beforeAll(async () => {
    desk = await openTwoMachines(kinds);
    ({ one, other, server } = desk);
    server.refuseDrop(left === 'emptied');
  });
  afterAll(() => desk?.close());

  /** Sync is off on both, and the server empty; each library keeps what it has. */
  const beginOff = async (): Promise<void> => {
    for (const machine of [one, other]) await ask(machine.own, 'sync.stop', null);
    await setUp(one, server.access, passphrase);
    expect(await ask(one.own, 'sync.wipe', null)).toEqual({ problem: null, left });
  };
  /** Both keep one notebook, with a note in it. */
  const beginTogether = async (): Promise<string> => {
    await beginOff();
    const note = say('Kept before');
    await keepElsewhere(one, note);
    for (const machine of [one, other]) await setUp(machine, server.access, passphrase);
    await settle(one, other);
    return note;
  };
  const writesSince = (from: number): readonly string[] =>
    server.calls
      .slice(from)
      .flatMap(({ method, path }) => (/^(?:GET|HEAD)$/.test(method) ? [] : [`${method} ${path}`]));

  it('a wrong passphrase on the second machine: it says so, and nothing is written on either side', async () => {
    await beginOff();
    await keepElsewhere(one, say('Before the second machine'));
    await setUp(one, server.access, passphrase);
    await syncWell(one);
    const mine = say('Only on the second machine');
    await keepElsewhere(other, mine);
    const [held, library] = [await documentsOf(server), await libraryOf(other)];
    const from = server.calls.length;
    const input = { access: server.access, passphrase: `${passphrase}s`, device: other.name };
    expect(await ask(other.own, 'sync.setUp', input)).toEqual({ problem: 'wrong-passphrase' });
    expect(writesSince(from)).toEqual([]);
    expect(await documentsOf(server)).toEqual(held);
    expect(await libraryOf(other)).toEqual(library);
    expect((await stateOf(other)).server).toBeNull();
    expect(await ask(other.own, 'sync.run', null)).toBeNull();
    // The right one opens it.
    await setUp(other, server.access, passphrase);
    await settle(one, other);
    expect(await hitsOf(one, mine)).toHaveLength(1);
  });

  it('stopped, it asks for nothing any more, and keeps what is here; the other goes on', async () => {
    const note = await beginTogether();
    expect((await stateOf(one)).devices.map(({ name }) => name)).toContain(one.name);
    await ask(one.own, 'sync.stop', null);
    const library = await libraryOf(one);
    const from = await heardBy(server);
    const after = say('Written when it was off');
    await keepElsewhere(one, after);
    expect(await ask(one.own, 'sync.run', null)).toBeNull();
    const alarm = `chrome.alarms.get('sync').then((alarm) => alarm === undefined)`;
    await until('no alarm', () => one.own.evaluate(alarm) as Promise<boolean>);
    expect(server.calls.length).toBe(from);
    expect((await stateOf(one)).server).toBeNull();
    for (const kept of library['exported annotations'] ?? [])
      expect((await libraryOf(one))['exported annotations']).toContain(kept);
    expect(await hitsOf(one, note)).toHaveLength(1);
    await syncWell(other);
    expect(await hitsOf(other, after)).toHaveLength(0);
    // Set up again, what was written meanwhile comes.
    await setUp(one, server.access, passphrase);
    await settle(one, other);
    expect(await hitsOf(other, after)).toHaveLength(1);
    expect(await libraryOf(other)).toEqual(await libraryOf(one));
  });

  it('with the server’s copy wiped nothing is left there that can be read; the other is told, and keeps all it has', async () => {
    const note = await beginTogether();
    const library = await libraryOf(other);
    expect(await ask(one.own, 'sync.wipe', null)).toEqual({ problem: null, left });
    expect((await stateOf(one)).server).toBeNull();
    const told = left === 'nothing' ? 'no-database' : 'wiped';
    const held = left === 'nothing' ? '' : await rawDatabase(server);
    expect(held).not.toContain('"sealed"');
    expect(held).not.toContain('"salt"');
    expect(findLeaks(held, [note, one.name, other.name, passphrase])).toEqual([]);
    const emptied = await documentsOf(server);
    const from = server.calls.length;
    for (let time = 0; time < 2; time++) expect((await syncOnce(other)).problem).toBe(told);
    expect(writesSince(from)).toEqual([]);
    expect(await documentsOf(server)).toEqual(emptied);
    expect(await libraryOf(other)).toEqual(library);
    // A new notebook in the same place begins with what both have.
    await ask(other.own, 'sync.stop', null);
    for (const machine of [one, other]) await setUp(machine, server.access, passphrase);
    await settle(one, other);
    expect(await libraryOf(one)).toEqual(await libraryOf(other));
    expect(await hitsOf(one, note)).toHaveLength(1);
  });

  it('what both had before they met is one notebook, and a backup of each was taken', async () => {
    await beginOff();
    const [here, there] = [say('Here alone'), say('There alone')];
    await keepElsewhere(one, here);
    await keepElsewhere(other, there);
    for (const machine of [one, other]) await setUp(machine, server.access, passphrase);
    await settle(one, other);
    for (const machine of [one, other]) {
      for (const note of [here, there]) expect(await hitsOf(machine, note)).toHaveLength(1);
      const { backups } = await ask(machine.own, 'storage.state', null);
      expect(backups.length).toBeGreaterThan(0);
    }
    await until('both devices', async () => (await stateOf(one)).devices.length > 0);
    expect(await libraryOf(other)).toEqual(await libraryOf(one));
  });
});
