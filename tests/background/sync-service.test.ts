import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerAccess } from '#messaging/sync-protocol.ts';
import { wipeLibrary } from '#storage/wipe-library.ts';
import { startCouchServer, type CouchServer } from '#tests/sync/couch-server.ts';
import { recordsOf, type Machine } from '#tests/sync/machine.ts';
import { access as allowed, areas } from '#tests/trust/fake-browser.ts';
import { countIn, desk, type Desk, passphrase, setUp } from './sync-desk.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

let server: CouchServer;
beforeAll(async () => {
  server = await startCouchServer();
}, 60_000);
afterAll(() => server.end());

let access: ServerAccess;
beforeEach(async () => {
  allowed.isHeld = true;
  areas.local.clear();
  access = { database: await server.database(), name: 'reader', password: 'secret' };
});

interface Row {
  readonly id: string;
}
/** The names of all that the server holds. */
async function namesOnServer(): Promise<readonly string[]> {
  const { rows } = (await (await fetch(`${access.database}/_all_docs`)).json()) as { rows: readonly Row[] };
  return rows.map(({ id }) => id);
}
const recordsIn = (one: Desk): Promise<unknown> => recordsOf(one as unknown as Machine);

describe('setting sync up', () => {
  it('asks nobody without access to the server', async () => {
    allowed.isHeld = false;
    const asked = vi.spyOn(globalThis, 'fetch');
    const { service } = desk();
    expect(await service.test(access)).toEqual({ problem: 'no-access', holds: null });
    expect(await service.make(access)).toEqual({ problem: 'no-access' });
    expect(await service.setUp(access, passphrase, 'Desk')).toEqual({ problem: 'no-access' });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('says what a database holds, and mixes nothing into what is no notebook', async () => {
    const one = desk();
    expect(await one.service.test(access)).toEqual({ problem: null, holds: 'nothing' });
    await setUp(one, access);
    expect(await desk().service.test(access)).toEqual({ problem: null, holds: 'notebook' });
    const other = { ...access, database: await server.database() };
    await fetch(`${other.database}/recipe`, { method: 'PUT', body: '{"eggs":2}' });
    expect(await desk().service.test(other)).toEqual({ problem: 'not-a-notebook', holds: null });
    expect(await desk().service.setUp(other, passphrase, 'Desk')).toEqual({ problem: 'not-a-notebook' });
  });

  it('makes the database when asked to, and one that is there stays as it is', async () => {
    const { service } = desk();
    const made = { ...access, database: `${access.database}-made` };
    expect(await service.test(made)).toEqual({ problem: 'no-database', holds: null });
    expect(await service.make(made)).toEqual({ problem: null });
    expect(await service.test(made)).toEqual({ problem: null, holds: 'nothing' });
    expect(await service.make(made)).toEqual({ problem: null });
  });

  it('takes a backup first, and sends all that there is', async () => {
    const one = desk();
    await one.keep(3);
    expect(await one.backups()).toBe(0);
    expect(await setUp(one, access)).toMatchObject({ problem: null });
    expect(await one.backups()).toBe(1);
    expect(one.switched).toEqual([true]);
    const state = await one.service.state();
    expect(state).toMatchObject({
      server: { database: access.database, name: 'reader' },
      waiting: 0,
      next: null,
    });
    expect(state.lastGood).toBe(state.last?.at);
    expect(JSON.stringify(state)).not.toContain('secret');
  });

  it('with another passphrase writes nothing, here or there', async () => {
    const one = desk();
    await one.keep(2);
    await setUp(one, access);
    const before = await namesOnServer();
    const other = desk();
    await other.keep(1);
    const records = await recordsIn(other);
    expect(await other.service.setUp(access, 'wrong horse', 'Desk')).toEqual({ problem: 'wrong-passphrase' });
    expect(await namesOnServer()).toEqual(before);
    expect(await recordsIn(other)).toEqual(records);
    expect([await countIn(other, 'sync'), await countIn(other, 'journal')]).toEqual([0, 0]);
    expect(await other.service.state()).toMatchObject({ server: null, last: null });
  });

  it('by a code carries server, name and password to another machine, closed with the passphrase', async () => {
    const one = desk();
    expect(await one.service.code()).toBeNull();
    await one.keep(2);
    await setUp(one, access);
    const { code = '' } = (await one.service.code()) ?? {};
    expect(code).toMatch(/^onrecord1\.[\w-]+\.[\w-]+$/);
    expect(atob(code.split('.')[2]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toContain('secret');
    const { service, ...other } = desk();
    const typed = ` ${code.slice(0, 40)}\n${code.slice(40)} `;
    expect(await service.readCode(typed, passphrase)).toEqual({ problem: null, access });
    expect(await service.readCode(code, 'wrong horse')).toEqual({
      problem: 'wrong-passphrase',
      access: null,
    });
    for (const spoilt of ['', 'hello', code.slice(0, 60), `${code}.more`, code.replace('1', '2')])
      expect(await service.readCode(spoilt, passphrase)).toEqual({ problem: 'bad-code', access: null });
    await setUp({ service, ...other }, access);
    expect(await recordsIn({ service, ...other })).toEqual(await recordsIn(one));
  });
});

describe('once it is set up', () => {
  it('what the reader changes waits, is sent, and is there on the other machine', async () => {
    const [one, other] = [desk(), desk()];
    await setUp(one, access);
    await setUp(other, access);
    await one.keep(4);
    expect((await one.service.state()).waiting).toBeGreaterThan(3);
    expect(await one.service.run()).toMatchObject({ problem: null });
    expect((await one.service.state()).waiting).toBe(0);
    expect((await other.service.run())?.taken).toBeGreaterThan(3);
    expect(await recordsIn(other)).toEqual(await recordsIn(one));
  });

  it('a background that begins anew goes on noting what is changed', async () => {
    const one = desk();
    await setUp(one, access);
    expect(await countIn(one, 'journal')).toBe(0);
    await one.keep(1);
    expect(await countIn(one, 'journal')).toBeGreaterThan(0);
  });

  it('the machines that keep the notebook are listed, this one first, and one that stops goes off the list', async () => {
    const [one, other] = [desk(), desk()];
    await setUp(one, access);
    expect(await other.service.setUp(access, passphrase, 'Kitchen')).toEqual({ problem: null });
    await other.service.run();
    const named = async ({ service }: Desk): Promise<readonly [string, boolean][]> =>
      (await service.state()).devices.map(({ name, isThis }) => [name, isThis]);
    expect(await named(other)).toEqual([['Kitchen', true], ['Desk', false]]); // prettier-ignore
    // The first sees the other when its reader syncs, not with every run.
    await one.service.runIfDue();
    expect(await named(one)).toEqual([['Desk', true]]);
    await one.service.run();
    expect(await named(one)).toEqual([['Desk', true], ['Kitchen', false]]); // prettier-ignore
    expect((await namesOnServer()).filter((id) => id.startsWith('on-record-device-'))).toHaveLength(2);
    await other.service.stop();
    expect((await namesOnServer()).filter((id) => id.startsWith('on-record-device-'))).toHaveLength(1);
  });

  it('without access any more says so, asks nobody, and goes on when it is given again', async () => {
    const one = desk();
    await setUp(one, access);
    await one.keep(2);
    allowed.isHeld = false;
    const asked = vi.spyOn(globalThis, 'fetch');
    expect(await one.service.run()).toMatchObject({ problem: 'no-access', sent: 0 });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    allowed.isHeld = true;
    expect((await one.service.run())?.sent).toBeGreaterThan(1);
  });

  it('a server that is away is tried later, and what waits is sent then', async () => {
    const one = desk();
    await setUp(one, access);
    await one.keep(1);
    await server.kill();
    expect(await one.service.run()).toMatchObject({ problem: 'unreachable' });
    const { next, last, lastGood, waiting } = await one.service.state();
    expect(Date.parse(next ?? '')).toBeGreaterThan(Date.parse(last?.at ?? ''));
    expect(lastGood).not.toBe(last?.at);
    expect(waiting).toBeGreaterThan(0);
    // Not due yet: nobody is asked.
    await one.service.runIfDue();
    expect((await one.service.state()).last?.at).toBe(last?.at);
    await server.restart();
    expect(await one.service.run()).toMatchObject({ problem: null });
    expect((await one.service.state()).next).toBeNull();
  });
});

describe('ending sync', () => {
  it('forgets the server, its keys and what was sent; both copies stay', async () => {
    const one = desk();
    await one.keep(2);
    await setUp(one, access);
    const records = await recordsIn(one);
    const before = (await namesOnServer()).filter((id) => !id.startsWith('on-record-device-'));
    await one.service.stop();
    expect(one.switched).toEqual([true, false]);
    for (const store of ['sync', 'journal', 'replica'] as const) expect(await countIn(one, store)).toBe(0);
    expect(await recordsIn(one)).toEqual(records);
    expect(await namesOnServer()).toEqual(before);
    const asked = vi.spyOn(globalThis, 'fetch');
    await one.keep(3);
    expect(await one.service.run()).toBeNull();
    await one.service.runIfDue();
    expect(await countIn(one, 'journal')).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('in the middle of a run notes nothing afterwards', async () => {
    const one = desk();
    await one.keep(2);
    await setUp(one, access);
    await one.keep(4);
    const run = one.service.run();
    await one.service.stop();
    await run;
    for (const store of ['sync', 'journal', 'replica'] as const) expect(await countIn(one, store)).toBe(0);
  });

  it('and set up again, takes what other machines did meanwhile', async () => {
    const [one, other] = [desk(), desk()];
    await setUp(one, access);
    await setUp(other, access);
    await one.service.stop();
    await other.keep(3);
    await other.service.run();
    await setUp(one, access);
    expect(await recordsIn(one)).toEqual(await recordsIn(other));
  });

  it.each([
    { may: 'may delete the database', isAllowed: true, left: 'nothing' },
    { may: 'may not', isAllowed: false, left: 'emptied' },
  ])(
    'wipes the server’s copy where the name $may: other machines are told, and keep theirs',
    async ({ isAllowed, left }) => {
      const [one, other] = [desk(), desk()];
      await one.keep(3);
      await setUp(one, access);
      await setUp(other, access);
      const records = await recordsIn(other);
      const real = fetch;
      const asked = vi
        .spyOn(globalThis, 'fetch')
        .mockImplementation(async (address, init) =>
          init?.method === 'DELETE' && !isAllowed
            ? new Response('{"error":"unauthorized"}', { status: 401 })
            : real(address, init),
        );
      expect(await one.service.wipe()).toEqual({ problem: null, left });
      asked.mockRestore();
      expect(await one.service.state()).toMatchObject({ server: null });
      expect(await one.service.wipe()).toEqual({ problem: null, left: null });
      if (left === 'nothing') await fetch(access.database, { method: 'PUT' });
      expect(await namesOnServer()).toEqual([]);
      await other.keep(4);
      expect(await other.service.run()).toMatchObject({ problem: 'wiped' });
      expect(await namesOnServer()).toEqual([]);
      // Only the reader can help: it is not tried again unasked.
      expect((await other.service.state()).next).toBeNull();
      // A new notebook in the same place is another one for whoever kept the old.
      const anew = await setUp(one, access, 'another horse');
      expect(anew).toMatchObject({ problem: null, unreadable: 0 });
      expect(await other.service.run()).toMatchObject({ problem: 'other-notebook' });
      expect(JSON.stringify(await recordsIn(other))).toContain(JSON.stringify(records).slice(2, 400));
      await other.service.stop();
      expect(await setUp(other, access, 'another horse')).toMatchObject({ problem: null, unreadable: 0 });
      await one.service.run();
      expect(await recordsIn(one)).toEqual(await recordsIn(other));
    },
  );

  it('by wiping the library: nothing comes back, and nothing goes from the server', async () => {
    const one = desk();
    await one.keep(3);
    await setUp(one, access);
    const before = await namesOnServer();
    await one.keep(5);
    const run = one.service.run();
    await one.service.forget(() => wipeLibrary(one.storage, null));
    await run;
    expect(await countIn(one, 'annotations')).toBe(0);
    expect(await one.service.run()).toBeNull();
    expect((await namesOnServer()).length).toBeGreaterThanOrEqual(before.length);
    expect(one.switched).toEqual([true, false]);
  });
});
