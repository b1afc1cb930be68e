import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCouch, type Couch } from '#sync/couch.ts';
import { SyncError } from '#sync/sync-error.ts';
import { deriveKeys, newSalt, type SyncKeys } from '#sync/sync-keys.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { id } from '#tests/storage/records.ts';
import { startCouchServer, type CouchServer } from './couch-server.ts';
import { lies } from './lies.ts';
import { lieAt, say, startLyingServer, type LyingServer } from './lying-server.ts';
import { keepSome, machine, recordsOf, writeOn, type Machine } from './machine.ts';

/** A server that lies, breaks off, or gives back what was long since written over, never damages what this machine has. */

const DAY = 86_400_000;
let server: CouchServer;
let liar: LyingServer;
let keys: SyncKeys;

beforeAll(async () => {
  server = await startCouchServer();
  keys = await deriveKeys('correct horse battery staple', newSalt());
  liar = await startLyingServer();
}, 60_000);
afterAll(async () => {
  liar.close();
  await server.end();
});

const access = () => ({ database: liar.address, name: 'reader', password: 'secret' });

describe('a server that lies', () => {
  let couch: Couch;
  let one: Machine;
  let other: Machine;
  const refresh = async (): Promise<void> => {
    liar.lie = null;
    liar.target = await server.database();
    couch = createCouch(access());
    [one, other] = [machine(keys), machine(keys)];
    await keepSome(one, 4);
    await one.sync(couch);
    await other.sync(couch);
  };

  it.each(lies.map((one) => [one.name, one] as const))(
    '%s: nothing is damaged, and all is there when it is honest again',
    async (_name, { lie, hides, days = 0 }) => {
      await refresh();
      await writeOn(one, 1, 'Newer.', '2026-02-01T10:00:00.000Z');
      await writeOn(one, 3, 'Newer, too.', '2026-02-01T10:00:00.000Z');
      await one.sync(couch);
      await writeOn(other, 2, 'Beside it.', '2026-02-01T11:00:00.000Z');
      const before = JSON.stringify(await recordsOf(other));
      liar.lie = lie;
      // Two runs: what the first has noted must not mislead the second.
      for (let turn = 0; turn < 2; turn++) {
        const run = await other
          .sync(createCouch(access(), { patience: 150 }))
          .catch((error: unknown) => error);
        if (run instanceof Error) expect(run).toBeInstanceOf(SyncError);
      }
      const kept = JSON.stringify(await recordsOf(other));
      if (hides) expect(kept).toBe(before);
      else for (const note of ['note 4', 'Beside it.']) expect(kept).toContain(note);
      liar.lie = null;
      const then = Date.now() + days * DAY;
      for (const each of [other, one, other, one]) await each.sync(couch, true, then);
      expect(await recordsOf(other)).toEqual(await recordsOf(one));
      for (const note of ['Newer.', 'Newer, too.', 'Beside it.', 'note 4'])
        expect(JSON.stringify(await recordsOf(other))).toContain(note);
      // And the server has it all.
      const third = machine(keys);
      await third.sync(couch);
      expect(await recordsOf(third)).toEqual(await recordsOf(one));
      expect(await other.sync(couch, true, then)).toMatchObject({ taken: 0, unreadable: 0, refused: 0 });
    },
  );

  it('an older day of the database is taken for no news, and gets what it has lost', async () => {
    await refresh();
    await other.sync(couch);
    await writeOn(one, 1, 'Newer.', '2026-02-01T10:00:00.000Z');
    await one.sync(couch);
    await other.sync(couch);
    // Another database in its place, empty: as after a restore from nothing.
    liar.target = await server.database();
    await other.sync(couch);
    await one.sync(couch);
    expect(JSON.stringify(await recordsOf(other))).toContain('Newer.');
    const third = machine(keys);
    await third.sync(couch);
    expect(await recordsOf(third)).toEqual(await recordsOf(one));
  });

  it('what somebody without our keys has deleted is deleted nowhere, and is there again after a day', async () => {
    await refresh();
    const rows = await couch.list({ limit: 100 });
    await couch.remove(rows.filter(({ id: name }) => name.startsWith('n')));
    const before = JSON.stringify(await recordsOf(other));
    await other.sync(couch);
    expect(JSON.stringify(await recordsOf(other))).toBe(before);
    const then = Date.now() + 2 * DAY;
    expect((await other.sync(couch, false, then)).sent).toBeGreaterThan(4);
    const third = machine(keys);
    await third.sync(couch);
    expect(await recordsOf(third)).toEqual(await recordsOf(other));
    expect(await one.sync(couch, false, then)).toMatchObject({ taken: 0 });
  });

  it('a machine that stops after any call goes on where it was, and fetches nothing twice', async () => {
    await refresh();
    for (let last = 1; last <= 8; last++) {
      await writeOn(one, 1, `Edit ${last}.`, `2026-02-0${last}T10:00:00.000Z`);
      await one.sync(couch);
      await writeOn(other, 2, `Beside ${last}.`, `2026-02-0${last}T10:00:00.000Z`);
      let count = 0;
      liar.lie = (_request, response, pass) =>
        pass()
          .then(({ status, body }) => (++count > last ? response.destroy() : say(response, body, status)))
          .then(() => {});
      await other.sync(couch).catch(() => {});
      let fetched = 0;
      liar.lie = lieAt('_bulk_get', (response, honest) => {
        fetched += honest.split('"sealed"').length - 1;
        say(response, honest);
      });
      await other.sync(couch);
      await one.sync(couch);
      liar.lie = null;
      expect(await recordsOf(other)).toEqual(await recordsOf(one));
      // Never the whole notebook: one's edit, the other's, and at most each once more.
      expect(fetched).toBeLessThanOrEqual(3);
    }
  });

  it('a run that would delete more than a fifth asks first, and does nothing until then', async () => {
    await refresh();
    await keepSome(one, 60);
    await one.sync(couch);
    await other.sync(couch);
    await deleteAnnotations(
      one.storage,
      Array.from({ length: 50 }, (_, at) => id(at + 1)),
      Date.now(),
    );
    await one.sync(couch);
    const before = JSON.stringify(await recordsOf(other));
    await expect(other.sync(couch)).rejects.toMatchObject({ problem: 'too-much' });
    expect(JSON.stringify(await recordsOf(other))).toBe(before);
    await other.sync(couch, true);
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
  });

  it('nor does a run that comes in many pieces: not a part of it is taken, however often it is tried', async () => {
    await refresh();
    await keepSome(one, 700);
    await one.sync(couch);
    await other.sync(couch);
    const half = Array.from({ length: 350 }, (_, at) => id(at + 1));
    await deleteAnnotations(one.storage, half, Date.now());
    await one.sync(couch);
    await writeOn(other, 600, 'Written here.', '2026-02-01T10:00:00.000Z');
    const before = JSON.stringify(await recordsOf(other));
    for (let turn = 0; turn < 3; turn++)
      await expect(other.sync(couch)).rejects.toMatchObject({
        problem: 'too-much',
        much: { rewritten: 350 },
      });
    expect(JSON.stringify(await recordsOf(other))).toBe(before);
    await other.sync(couch, true);
    await one.sync(couch);
    expect(await recordsOf(other)).toEqual(await recordsOf(one));
  });
});
