import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { getAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import type { Migration } from '#storage/migrations/migration.ts';
import { precious, putPrecious } from './precious.ts';
import { article, freshName, freshStorage, id } from './records.ts';

const addsIndex: Migration = (_database, transaction) => {
  transaction.objectStore('annotations').createIndex('created', 'created');
};
const failures: readonly (readonly [string, Migration])[] = [
  ['throws at once', () => { throw new Error('planted'); }], // prettier-ignore
  ['throws after a change', (database) => { database.deleteObjectStore('annotations'); throw new Error('planted'); }], // prettier-ignore
  ['rejects later', async (database, transaction) => {
    await transaction.objectStore('annotations').clear();
    database.createObjectStore('half');
    throw new Error('planted');
  }], // prettier-ignore
  ['asks for what is not there', (_database, transaction) => void transaction.objectStore('nowhere')],
  ['breaks a rule of the database', async (_database, transaction) => {
    await transaction.objectStore('annotations').clear();
    await transaction.objectStore('articles').add(article());
    await transaction.objectStore('articles').add(article());
  }], // prettier-ignore
];

describe('No committed note is ever lost: upgrades', () => {
  it('brings an older database to the present version', async () => {
    const name = freshName();
    const stop = new AbortController();
    await putPrecious(createStorage({ name, signal: stop.signal }));
    stop.abort();
    const newer = createStorage({ name, migrations: [...migrations, addsIndex] });
    expect(await getAnnotation(newer, precious.id)).toEqual(precious);
    await putPrecious(newer, 2);
    expect(await getAnnotation(newer, id(2))).not.toBeNull();
  });

  it.each(failures)('leaves the old data readable when a migration %s', async (_how, failing) => {
    const name = freshName();
    const stop = new AbortController();
    await putPrecious(createStorage({ name, signal: stop.signal }));
    stop.abort();

    const broken = new AbortController();
    const upgraded = createStorage({ name, migrations: [...migrations, failing], signal: broken.signal });
    expect(await getAnnotation(upgraded, precious.id)).toEqual(precious);
    await expect(putPrecious(upgraded, 2)).rejects.toMatchObject({
      code: 'upgrade-failed',
      reason: 'upgrade-failed',
    });
    broken.abort();

    const old = createStorage({ name });
    expect(await getAnnotation(old, precious.id)).toEqual(precious);
    await putPrecious(old, 2);
    expect(await getAnnotation(old, id(2))).not.toBeNull();
  });

  /** Adds so many indexes, one a migration. */
  const adding = (count: number): Migration[] =>
    Array.from({ length: count }, (_, number) => (_database, transaction) => {
      transaction.objectStore('annotations').createIndex(`more ${number}`, 'created');
    });

  it('keeps each migration that has completed: cut off later, it goes on from there and not from the start', async () => {
    const name = freshName();
    const stop = new AbortController();
    await putPrecious(createStorage({ name, signal: stop.signal }));
    stop.abort();

    const more = adding(3);
    const begun: string[] = [];
    const told = more.map<Migration>((migrate, number) => (...handed) => {
      begun.push(`more ${number}`);
      return migrate(...handed);
    });
    let isCut = true;
    const cut: Migration = (database, transaction) => {
      // As when the worker is ended: the browser takes its transaction back.
      if (isCut) transaction.abort();
      return told[2]?.(database, transaction);
    };
    const all = [...migrations, ...told.slice(0, 2), cut];
    const first = new AbortController();
    const half = createStorage({ name, migrations: all, signal: first.signal });
    expect(await getAnnotation(half, precious.id)).toEqual(precious);
    await expect(putPrecious(half, 2)).rejects.toMatchObject({ reason: 'upgrade-failed' });
    expect(begun).toEqual(['more 0', 'more 1', 'more 2']);
    first.abort();

    isCut = false;
    const again = createStorage({ name, migrations: all });
    await putPrecious(again, 2);
    expect(begun.slice(3)).toEqual(['more 2']);
    expect(await getAnnotation(again, precious.id)).toEqual(precious);
  });

  it('says when it begins to bring what is stored to a newer version, once, and when that is over', async () => {
    const name = freshName();
    const stop = new AbortController();
    const upgrades: Promise<unknown>[] = [];
    const onUpgrade = (done: Promise<unknown>): void => void upgrades.push(done);
    await putPrecious(createStorage({ name, onUpgrade, signal: stop.signal }));
    stop.abort();
    // What is new is made at once.
    expect(upgrades).toHaveLength(0);
    for (const count of [1, 4]) {
      const next = new AbortController();
      const newer = createStorage({
        name,
        migrations: [...migrations, ...adding(count)],
        onUpgrade,
        signal: next.signal,
      });
      expect(await getAnnotation(newer, precious.id)).toEqual(precious);
      next.abort();
    }
    expect(upgrades).toHaveLength(2);
    await Promise.all(upgrades);
  });

  it('says so when the very first migration fails, and tries again', async () => {
    let fails = true;
    const first: Migration = (database, transaction) => {
      if (fails) throw new Error('planted');
      return migrations[0]?.(database, transaction);
    };
    const storage = freshStorage({ migrations: [first, ...migrations.slice(1)] });
    await expect(getAnnotation(storage, id(1))).rejects.toMatchObject({ reason: 'upgrade-failed' });
    fails = false;
    await putPrecious(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('reads a database of a later version, and does not write to it', async () => {
    const name = freshName();
    const stop = new AbortController();
    const later = createStorage({ name, migrations: [...migrations, addsIndex], signal: stop.signal });
    await putPrecious(later);
    stop.abort();
    const storage = createStorage({ name });
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
    await expect(putPrecious(storage, 2)).rejects.toMatchObject({
      code: 'newer-version',
      reason: 'newer-version',
    });
  });
});
