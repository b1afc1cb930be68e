import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { soleReplica } from '#background/sole-replica.ts';
import type { ServerAccess } from '#messaging/sync-protocol.ts';
import { getAnnotation } from '#storage/annotations.ts';
import { getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { startCouchServer, type CouchServer } from '#tests/sync/couch-server.ts';
import { recordsOf, writeOn, type Machine } from '#tests/sync/machine.ts';
import { createMemoryCouch } from '#tests/sync/memory-couch.ts';
import { access as allowed, areas } from '#tests/trust/fake-browser.ts';
import { id } from '#tests/storage/records.ts';
import { desk, type Desk, setUp } from './sync-desk.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

let server: CouchServer;
beforeAll(async () => {
  server = await startCouchServer();
}, 60_000);
afterAll(() => server.kill());

let access: ServerAccess;
beforeEach(async () => {
  allowed.isHeld = true;
  areas.local.clear();
  access = { database: await server.database(), name: 'reader', password: 'secret' };
});

/** What a copy of the profile's folder has; what is found by words is not looked at here. */
const COPIED = [
  'annotations', 'articles', 'people', 'appearances', 'decisions', 'versions', 'held', 'journal', 'replica', 'sync',
] as const; // prettier-ignore

async function cloned(one: Desk): Promise<Desk> {
  const copy = desk();
  for (const store of COPIED) {
    const rows = await one.storage.read([store], (transaction) => transaction.objectStore(store).getAll());
    await copy.storage.write([store], async (transaction) => {
      for (const row of rows) await transaction.objectStore(store).put(row);
    });
  }
  return copy;
}

const at = (hour: number): string => `2026-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const write = (one: Desk, note: string, hour: number): Promise<void> =>
  writeOn(one as unknown as Machine, 1, note, at(hour));
const run = async (one: Desk): Promise<void> => {
  expect(await one.service.run()).toMatchObject({ problem: null });
};
const wordsOf = async (one: Desk): Promise<string> =>
  JSON.stringify(await recordsOf(one as unknown as Machine));

describe('a profile that was copied with all its files', () => {
  async function pair(): Promise<readonly [Desk, Desk]> {
    const one = desk();
    await one.keep(3);
    await setUp(one, access);
    await run(one);
    return [one, await cloned(one)];
  }

  it('loses no note that its original has covered without having seen it', async () => {
    const [one, copy] = await pair();
    await write(one, 'First.', 10);
    await run(one);
    await write(copy, 'By the copy.', 9);
    await run(copy);
    await write(one, 'First, and more.', 11);
    for (const each of [one, copy, one, copy]) await run(each);
    expect(await wordsOf(one)).toContain('By the copy.');
    expect(await wordsOf(one)).toContain('First, and more.');
    expect(await wordsOf(copy)).toBe(await wordsOf(one));
    const { devices } = await one.service.state();
    expect(devices).toHaveLength(2);
  });

  it('keeps what it has edited when its original has deleted it, and has seen later edits of its own', async () => {
    const [one, copy] = await pair();
    await write(one, 'Soon gone.', 10);
    await run(one);
    await write(copy, 'By the copy.', 9);
    await deleteAnnotations(one.storage, [id(1)], Date.now());
    for (const each of [copy, one, copy, one]) await run(each);
    expect(await getAnnotation(one.storage, id(1))).not.toBeNull();
    expect(await wordsOf(one)).toContain('By the copy.');
  });
});

describe('the id under which a machine writes', () => {
  it('stays, run after run, and when the machine was stopped before or after the server had its mark', async () => {
    const one = desk();
    await setUp(one, access);
    const before = await getSyncRecord(one.storage, 'replica');
    for (let hour = 1; hour < 4; hour++) {
      await one.keep(hour);
      await run(one);
    }
    expect(await getSyncRecord(one.storage, 'replica')).toBe(before);
    const couch = createMemoryCouch();
    const stopping = (when: 'before' | 'after') => ({
      ...couch,
      write: async (name: string, document: object) => {
        if (when === 'after') await couch.write(name, document);
        throw new Error('stopped');
      },
    });
    await putSyncRecord(one.storage, 'marks', undefined);
    await one.keep(5);
    const sole = (of: typeof couch) => soleReplica(one.storage, of, 'r', Date.now());
    expect(await sole(couch)).toBe('r');
    for (const when of ['before', 'after', 'before', 'before', 'after'] as const) {
      await expect(sole(stopping(when))).rejects.toThrow('stopped');
      expect(await sole(couch)).toBe('r');
    }
  });

  it('is not changed by a server that makes up marks more often than once a day', async () => {
    const one = desk();
    await setUp(one, access);
    await one.keep(1);
    const couch = createMemoryCouch();
    const lying = { ...couch, read: async () => ({ _id: 'x', _rev: '0-1', mark: Math.random() }) };
    const first = await soleReplica(one.storage, lying, 'r', 0);
    const day = 86_400_000;
    const [then, soon, later] = [10 * day, 10 * day + 1, 12 * day];
    const second = await soleReplica(one.storage, lying, first, then);
    expect(await soleReplica(one.storage, lying, second, soon)).toBe(second);
    expect(await soleReplica(one.storage, lying, second, later)).not.toBe(second);
  });
});
