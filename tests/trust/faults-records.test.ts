import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import type { Requests } from '#messaging/protocol.ts';
import { createBackground, library, senderFor } from './background.ts';
import { fakeNavigator } from './fake-browser.ts';
import { elsewhere, here, ids } from './message-samples.ts';

vi.stubGlobal('navigator', fakeNavigator);
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

/** What a disk has spoilt, by store. Somebody may be able to read it again one day: it is skipped, and not thrown away. */
const broken: readonly (readonly [store: string, record: object])[] = [
  ['annotations', { id: 'torn-1', note: 'words that are still there' }],
  ['annotations', { id: 'torn-2', target: { source: here }, body: 'words' }],
  ['annotations', { id: 'torn-3', target: { source: elsewhere, selector: [] }, created: 5 }],
  ['trash', { id: 'torn-4', source: here, deleted: 17, annotation: null }],
  ['trash', { id: 'torn-5', annotation: { id: 'torn-5' } }],
  ['people', { id: 'torn-6', name: ['Ana'] }],
  ['articles', { source: 'https://torn.example/', title: 7 }],
];
/** The reader empties all, and that is done. */
const emptying: readonly (keyof Requests)[] = ['storage.wipe'];

/** The record as it stands now: where it was, or put aside. */
async function whereItIs(database: IDBPDatabase, store: string, record: object): Promise<unknown> {
  const key = String(Reflect.get(record, 'id') ?? Reflect.get(record, 'source'));
  const isIt = (one: unknown): boolean => JSON.stringify(one) === JSON.stringify(record);
  const there: unknown = await database.get(store, key);
  if (isIt(there)) return there;
  const aside: unknown[] = await database.getAll('aside');
  return aside.map((one) => Reflect.get(Object(one), 'record') as unknown).find(isIt);
}

describe('Broken records are kept aside', () => {
  it(
    'whatever is written beside them, brought in, brought back or thrown away',
    { timeout: 60_000 },
    async () => {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      const { name, samples, send, routes } = await createBackground('torn');
      const database = await openDB(name);
      for (const [store, record] of broken) await database.put(store, record);
      for (const asked of Object.keys(samples) as (keyof Requests)[]) {
        if (emptying.includes(asked)) continue;
        await send({ name: asked, input: Reflect.get(samples, asked) as unknown }, senderFor(routes, asked));
        for (const [store, record] of broken)
          expect({ asked, now: await whereItIs(database, store, record) }).toEqual({ asked, now: record });
      }
      for (const input of [
        { id: 1, mode: 'replace' },
        { id: 1, mode: 'add' },
      ])
        await send({ name: 'backups.restore', input }, library);
      await send(
        {
          name: 'library.delete',
          input: { selection: { search: { query: '', filter: {} }, except: [] }, job: 'job-9' },
        },
        library,
      );
      for (const [store, record] of broken) expect(await whereItIs(database, store, record)).toEqual(record);
      database.close();
    },
  );

  it('and the export says how many there are', async () => {
    const { name, send } = await createBackground('torn-export');
    const database = await openDB(name);
    for (const [store, record] of broken) await database.put(store, record);
    const plan = await send({ name: 'export.plan', input: { selection: null } }, library);
    const { ids: planned, sources } = (plan.ok ? plan.value : {}) as ReturnType<Requests['export.plan']>;
    const part = await send({ name: 'export.records', input: { ids: planned, sources } }, library);
    const value = (part.ok ? part.value : {}) as ReturnType<Requests['export.records']>;
    expect(value.annotations.map(({ id }) => id)).toContain(ids.here);
    expect(value.broken).toBeGreaterThanOrEqual(3);
    database.close();
  });
});
