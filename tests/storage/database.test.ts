import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import type { Migration } from '#storage/migrations/migration.ts';
import { storageError, StorageError } from '#storage/storage-error.ts';
import { annotation, article, freshName, freshStorage, id } from './records.ts';

const record = annotation({ number: 1, note: 'precious' });
const put = (storage: Storage, number = 1): Promise<unknown> =>
  putAnnotation(storage, { annotation: annotation({ number, note: 'precious' }), article: article() });

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

afterEach(() => vi.restoreAllMocks());

describe('No committed note is ever lost: upgrades', () => {
  it('brings an older database to the present version', async () => {
    const name = freshName();
    const stop = new AbortController();
    await put(createStorage({ name, signal: stop.signal }));
    stop.abort();
    const newer = createStorage({ name, migrations: [...migrations, addsIndex] });
    expect(await getAnnotation(newer, record.id)).toEqual(record);
    await put(newer, 2);
    expect(await getAnnotation(newer, id(2))).not.toBeNull();
  });

  it.each(failures)('leaves the old data readable when a migration %s', async (_how, failing) => {
    const name = freshName();
    const stop = new AbortController();
    await put(createStorage({ name, signal: stop.signal }));
    stop.abort();

    const broken = new AbortController();
    const upgraded = createStorage({ name, migrations: [...migrations, failing], signal: broken.signal });
    expect(await getAnnotation(upgraded, record.id)).toEqual(record);
    await expect(put(upgraded, 2)).rejects.toMatchObject({
      code: 'upgrade-failed',
      reason: 'upgrade-failed',
    });
    broken.abort();

    const old = createStorage({ name });
    expect(await getAnnotation(old, record.id)).toEqual(record);
    await put(old, 2);
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
    await put(createStorage({ name, signal: stop.signal }));
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
    expect(await getAnnotation(half, record.id)).toEqual(record);
    await expect(put(half, 2)).rejects.toMatchObject({ reason: 'upgrade-failed' });
    expect(begun).toEqual(['more 0', 'more 1', 'more 2']);
    first.abort();

    isCut = false;
    const again = createStorage({ name, migrations: all });
    await put(again, 2);
    expect(begun.slice(3)).toEqual(['more 2']);
    expect(await getAnnotation(again, record.id)).toEqual(record);
  });

  it('says when it begins to bring what is stored to a newer version, once, and when that is over', async () => {
    const name = freshName();
    const stop = new AbortController();
    const upgrades: Promise<unknown>[] = [];
    const onUpgrade = (done: Promise<unknown>): void => void upgrades.push(done);
    await put(createStorage({ name, onUpgrade, signal: stop.signal }));
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
      expect(await getAnnotation(newer, record.id)).toEqual(record);
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
    await put(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('reads a database of a later version, and does not write to it', async () => {
    const name = freshName();
    const stop = new AbortController();
    const later = createStorage({ name, migrations: [...migrations, addsIndex], signal: stop.signal });
    await put(later);
    stop.abort();
    const storage = createStorage({ name });
    expect(await getAnnotation(storage, id(1))).toEqual(record);
    await expect(put(storage, 2)).rejects.toMatchObject({
      code: 'newer-version',
      reason: 'newer-version',
    });
  });
});

describe('connections', () => {
  it('gives way to another version and opens again on the next use', async () => {
    const name = freshName();
    const storage = createStorage({ name });
    await put(storage);
    const other = await openDB(name, migrations.length + 1);
    other.close();
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('opens again after the database was deleted under it', async () => {
    const name = freshName();
    const storage = createStorage({ name });
    await put(storage);
    await deleteDB(name);
    expect(await getAnnotation(storage, id(1))).toBeNull();
    await put(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('opens again when the connection was closed without a word', async () => {
    const storage = freshStorage();
    await put(storage);
    await storage.read(['articles'], async (transaction) => transaction.db.close());
    await put(storage, 2);
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('does not wait for ever for a connection that does not close', async () => {
    const name = freshName();
    const stubborn = await openDB(name, 1, { upgrade: (database) => void database.createObjectStore('x') });
    const storage = createStorage({ name, patience: 20, migrations: [() => {}, () => {}] });
    await expect(put(storage)).rejects.toMatchObject({ code: 'storage-blocked', reason: 'blocked' });
    stubborn.close();
  });

  it('does not wait for ever for a browser that says nothing, and takes no late answer', async () => {
    const name = freshName();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(
      () =>
        Object.create(IDBOpenDBRequest.prototype, {
          addEventListener: { value: () => undefined },
          removeEventListener: { value: () => undefined },
        }) as IDBOpenDBRequest,
    );
    const storage = createStorage({ name, silence: 20 });
    await expect(put(storage)).rejects.toMatchObject({ code: 'storage-unavailable' });
    open.mockRestore();
    await put(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('opens once for many that ask at the same time', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const storage = freshStorage();
    await Promise.all([1, 2, 3, 4].map((number) => put(storage, number)));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('does nothing any more after its signal', async () => {
    const stop = new AbortController();
    const storage = freshStorage({ signal: stop.signal });
    await put(storage);
    stop.abort();
    await expect(put(storage, 2)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

describe('a write that fails', () => {
  it('leaves nothing behind when the transaction is killed', async () => {
    const storage = freshStorage();
    await put(storage);
    const killed = storage.write(['articles', 'annotations'], async (transaction) => {
      await transaction.objectStore('annotations').clear();
      await transaction.objectStore('articles').clear();
      transaction.abort();
    });
    await expect(killed).rejects.toMatchObject({ code: 'storage-closed', reason: 'aborted' });
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it('leaves nothing behind when the work throws', async () => {
    const storage = freshStorage();
    await put(storage);
    const failed = storage.write(['annotations'], async (transaction) => {
      await transaction.objectStore('annotations').clear();
      throw new StorageError('not-found');
    });
    await expect(failed).rejects.toMatchObject({ code: 'not-found' });
    expect(await getAnnotation(storage, id(1))).toEqual(record);
  });

  it.each(['annotations', 'articles'])(
    'says that the disk is full, and stores no half, when %s take no more',
    async (store) => {
      const storage = freshStorage();
      await put(storage);
      const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
        ?.value as IDBObjectStore['put'];
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        value: unknown,
      ) {
        if (this.name === store) throw new DOMException('planted', 'QuotaExceededError');
        return original.call(this, value);
      });
      await expect(put(storage, 2)).rejects.toMatchObject({ code: 'disk-full' });
      vi.restoreAllMocks();
      expect(await getAnnotation(storage, id(2))).toBeNull();
      expect(await getAnnotation(storage, id(1))).toEqual(record);
    },
  );

  it('is answered only after the transaction has completed', async () => {
    const storage = freshStorage();
    const order: string[] = [];
    await storage
      .write(['annotations'], async (transaction) => {
        transaction.addEventListener('complete', () => order.push('complete'));
        await transaction.objectStore('annotations').put(record);
      })
      .then(() => order.push('answered'));
    expect(order).toEqual(['complete', 'answered']);
  });

  it('asks for strict durability', async () => {
    const storage = freshStorage();
    await put(storage);
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await put(storage, 2);
    expect(begin.mock.calls[0]?.slice(1)).toEqual(['readwrite', { durability: 'strict' }]);
  });
});

describe('storageError', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('', 'AbortError'), 'storage-closed'],
    [new DOMException('', 'VersionError'), 'newer-version'],
    [new DOMException('', 'SecurityError'), 'storage-unavailable'],
    [new ReferenceError('indexedDB is not defined'), 'storage-unavailable'],
    [new StorageError('not-found'), 'not-found'],
    [new TypeError('a mistake of ours'), 'unknown'],
    [null, 'unknown'],
    ['a string', 'unknown'],
    [{ name: 'constructor' }, 'unknown'],
  ])('%s is %s', (cause, code) => {
    expect(storageError(cause)).toBeInstanceOf(StorageError);
    expect(storageError(cause).code).toBe(code);
  });
});
