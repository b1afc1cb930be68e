import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import { StorageError } from '#storage/storage-error.ts';
import { precious, putPrecious } from './precious.ts';
import { freshName, freshStorage, id } from './records.ts';

afterEach(() => vi.restoreAllMocks());

describe('connections', () => {
  it('gives way to another version and opens again on the next use', async () => {
    const name = freshName();
    const storage = createStorage({ name });
    await putPrecious(storage);
    const other = await openDB(name, migrations.length + 1);
    other.close();
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('opens again after the database was deleted under it', async () => {
    const name = freshName();
    const storage = createStorage({ name });
    await putPrecious(storage);
    await deleteDB(name);
    expect(await getAnnotation(storage, id(1))).toBeNull();
    await putPrecious(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('opens again when the connection was closed without a word', async () => {
    const storage = freshStorage();
    await putPrecious(storage);
    await storage.read(['articles'], async (transaction) => transaction.db.close());
    await putPrecious(storage, 2);
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('does not wait for ever for a connection that does not close', async () => {
    const name = freshName();
    const stubborn = await openDB(name, 1, { upgrade: (database) => void database.createObjectStore('x') });
    const storage = createStorage({ name, patience: 20, migrations: [() => {}, () => {}] });
    await expect(putPrecious(storage)).rejects.toMatchObject({ code: 'storage-blocked', reason: 'blocked' });
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
    const storage = createStorage({ name, silence: 250 });
    await expect(putPrecious(storage)).rejects.toMatchObject({ code: 'storage-unavailable' });
    open.mockRestore();
    await putPrecious(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('opens once for many that ask at the same time', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const storage = freshStorage();
    await Promise.all([1, 2, 3, 4].map((number) => putPrecious(storage, number)));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('does nothing any more after its signal', async () => {
    const stop = new AbortController();
    const storage = freshStorage({ signal: stop.signal });
    await putPrecious(storage);
    stop.abort();
    await expect(putPrecious(storage, 2)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

describe('a write that fails', () => {
  it('leaves nothing behind when the transaction is killed', async () => {
    const storage = freshStorage();
    await putPrecious(storage);
    const killed = storage.write(['articles', 'annotations'], async (transaction) => {
      await transaction.objectStore('annotations').clear();
      await transaction.objectStore('articles').clear();
      transaction.abort();
    });
    await expect(killed).rejects.toMatchObject({ code: 'storage-closed', reason: 'aborted' });
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it('leaves nothing behind when the work throws', async () => {
    const storage = freshStorage();
    await putPrecious(storage);
    const failed = storage.write(['annotations'], async (transaction) => {
      await transaction.objectStore('annotations').clear();
      throw new StorageError('not-found');
    });
    await expect(failed).rejects.toMatchObject({ code: 'not-found' });
    expect(await getAnnotation(storage, id(1))).toEqual(precious);
  });

  it.each(['annotations', 'articles'])(
    'says that the disk is full, and stores no half, when %s take no more',
    async (store) => {
      const storage = freshStorage();
      await putPrecious(storage);
      const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
        ?.value as IDBObjectStore['put'];
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        value: unknown,
      ) {
        if (this.name === store) throw new DOMException('planted', 'QuotaExceededError');
        return original.call(this, value);
      });
      await expect(putPrecious(storage, 2)).rejects.toMatchObject({ code: 'disk-full' });
      vi.restoreAllMocks();
      expect(await getAnnotation(storage, id(2))).toBeNull();
      expect(await getAnnotation(storage, id(1))).toEqual(precious);
    },
  );

  it('is answered only after the transaction has completed', async () => {
    const storage = freshStorage();
    const order: string[] = [];
    await storage
      .write(['annotations'], async (transaction) => {
        transaction.addEventListener('complete', () => order.push('complete'));
        await transaction.objectStore('annotations').put(precious);
      })
      .then(() => order.push('answered'));
    expect(order).toEqual(['complete', 'answered']);
  });

  it('asks for strict durability', async () => {
    const storage = freshStorage();
    await putPrecious(storage);
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await putPrecious(storage, 2);
    expect(begin.mock.calls[0]?.slice(1)).toEqual(['readwrite', { durability: 'strict' }]);
  });
});
