import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Requests } from '#messaging/protocol.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import type { Migration } from '#storage/migrations/migration.ts';
import { dump } from '#tests/storage/dump.ts';
import { annotation, article, freshName, id } from '#tests/storage/records.ts';
import { createBackground, library, senderFor, wakeBackground } from './background.ts';
import { fakeNavigator } from './fake-browser.ts';
import { ids, messageSamples } from './message-samples.ts';

vi.stubGlobal('navigator', fakeNavigator);
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

const logged: unknown[][] = [];
beforeEach(() => {
  logged.length = 0;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((...words) => logged.push(words));
});

const names = Object.keys(messageSamples('')) as (keyof Requests)[];

/** A version that is to come: one more store, one more index, and a field that we do not know in every record. */
const later: Migration = async (database, transaction) => {
  database.createObjectStore('ideas', { keyPath: 'id' });
  const annotations = transaction.objectStore('annotations');
  annotations.createIndex?.('mood', 'mood');
  for (const record of await annotations.getAll())
    await annotations.put?.({ ...(record as object), mood: 'calm' });
};

describe('Two versions at once: a message of another one', () => {
  it.each([
    ['a name that is not known here', { name: 'annotations.putMany', input: {} }],
    ['a name of before', { name: 'annotation.save', input: null }],
    [
      'a field that is missing',
      { name: 'annotations.put', input: { annotation: annotation({ number: 1 }) } },
    ],
    ['no input', { name: 'annotations.get' }],
  ])('with %s is refused, and nothing is written', async (_what, message) => {
    const { send, writes } = await createBackground(freshName());
    const before = writes();
    expect(await send(message, library)).toEqual({ ok: false, error: 'bad-message' });
    expect(writes()).toBe(before);
  });

  it('with a field that is not known here is answered, and the field is not stored', async () => {
    const { send, samples, name } = await createBackground(freshName());
    const input = { ...samples['annotations.put'], base: null, mood: 'calm' };
    const record = { ...input.annotation, mood: 'calm' };
    expect(
      await send({ name: 'annotations.put', input: { ...input, annotation: record } }, library),
    ).toMatchObject({
      ok: true,
    });
    expect(JSON.stringify(await dump(name))).not.toContain('mood');
  });
});

describe('Two versions at once: older code over a newer library', () => {
  it(
    'reads what it knows, refuses every write with the reason, and changes nothing',
    { timeout: 60_000 },
    async () => {
      const { name, samples } = await createBackground(freshName());
      const life = new AbortController();
      const newer = createStorage({ name, migrations: [...migrations, later], signal: life.signal });
      expect((await getAnnotation(newer, ids.here))?.id).toBe(ids.here);
      life.abort();
      const before = await dump(name);
      expect(JSON.stringify(before)).toContain('mood');
      const { send, routes } = wakeBackground(name);
      const refused: string[] = [];
      const odd: string[] = [];
      for (const asked of names) {
        logged.length = 0;
        const reply = await send(
          { name: asked, input: Reflect.get(samples, asked) as unknown },
          senderFor(routes, asked),
        );
        if (!reply.ok && reply.error === 'newer-version') refused.push(asked);
        else if (!reply.ok && reply.error !== 'not-found')
          odd.push(`${asked}: ${reply.error} ${String(logged[0])}`);
      }
      expect(odd).toEqual([]);
      for (const asked of [
        'annotations.put',
        'annotations.delete',
        'people.merge',
        'history.undo',
        'decisions.put',
        'import.commit',
        'library.tag',
      ])
        expect(refused).toContain(asked);
      for (const asked of [
        'annotations.get',
        'annotations.ofArticle',
        'library.search',
        'export.plan',
        'export.records',
        'article.open',
        'storage.state',
      ])
        expect(refused).not.toContain(asked);
      expect(await dump(name)).toEqual(before);
      await deleteDB(name, { blocked: () => {} });
    },
  );

  it('does not touch backups of a newer version, and says so', async () => {
    const { name, send, samples } = await createBackground(freshName());
    const newer = await openDB(`${name}-backups`, 2);
    newer.close();
    const before = await dump(`${name}-backups`);
    expect(await send({ name: 'backups.make', input: null }, library)).toEqual({
      ok: false,
      error: 'newer-version',
    });
    const restore = { name: 'backups.restore', input: samples['backups.restore'] };
    expect(await send(restore, library)).toEqual({ ok: false, error: 'newer-version' });
    expect(await send({ name: 'storage.state', input: null }, library)).toMatchObject({ ok: true });
    expect(await dump(`${name}-backups`)).toEqual(before);
  });
});

describe('Two versions at once: newer code while the older one has the library open', () => {
  it('takes it over; the older one reads on, and what it cannot save it refuses', async () => {
    const name = freshName();
    const older = createStorage({ name });
    const put = (storage: typeof older, number: number): Promise<unknown> =>
      putAnnotation(storage, { annotation: annotation({ number }), article: article() });
    await put(older, 1);
    const newer = createStorage({ name, migrations: [...migrations, later] });
    // Both at once, the older one before, between and after.
    const [first, second] = await Promise.allSettled([put(older, 2), put(newer, 3)]);
    expect(second.status).toBe('fulfilled');
    await expect(put(older, 4)).rejects.toMatchObject({ code: 'newer-version' });
    await put(newer, 5);
    const wanted = [1, 3, 5, ...(first.status === 'fulfilled' ? [2] : [])];
    for (const storage of [older, newer])
      for (const number of wanted) expect((await getAnnotation(storage, id(number)))?.id).toBe(id(number));
    expect(await getAnnotation(newer, id(4))).toBeNull();
  });
});
