import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { withNote } from '#core/annotation-edit.ts';
import { StorageError } from '#storage/storage-error.ts';
import { annotationsOf, getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { backUpDaily, listBackups, makeBackup, partsOf } from '#storage/backups.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { pack } from '#storage/gzip.ts';
import { listPeople } from '#storage/people.ts';
import { previewRestore, restoreBackup } from '#storage/restore-backup.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { deleteAnnotation, listTrash } from '#storage/trash.ts';
import { annotation, article, at, freshName, freshStorage, id, saidBy, source } from './records.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse(at(0));
const fresh = () => createBackupDatabase(freshName());
const put = (storage: Storage, number: number, note = `note ${number}`): Promise<unknown> =>
  putAnnotation(storage, {
    annotation: annotation({ number, note, quotation: saidBy('Ana Ortiz') }),
    article: article(),
  });

describe('backups', () => {
  it('are made once a day when something has changed, and seven are kept', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    expect(await backUpDaily(storage, backups, now)).toBeNull();
    for (let i = 0; i < 10; i++) {
      await put(storage, i);
      expect(await backUpDaily(storage, backups, now + i * day)).not.toBeNull();
      expect(await backUpDaily(storage, backups, now + i * day + day / 2)).toBeNull();
    }
    expect(await backUpDaily(storage, backups, now + 30 * day)).toBeNull();
    const all = await listBackups(backups);
    expect(all.map(({ annotations }) => annotations)).toEqual([10, 9, 8, 7, 6, 5, 4]);
    const parts = await backups((database) => database.getAll('parts'));
    expect(new Set(parts.map((part) => part.backup))).toEqual(new Set(all.map((one) => one.id)));
  });

  it('are not begun while the disk has no room', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1);
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 9e9, usage: 9e9 }) } });
    await expect(makeBackup(storage, backups, now)).rejects.toMatchObject({ code: 'disk-full' });
    vi.unstubAllGlobals();
    expect(await backups((database) => database.count('backups'))).toBe(0);
    expect((await makeBackup(storage, backups, now)).annotations).toBe(1);
  });

  it('never lose the last one that holds anything to empty ones', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1);
    await makeBackup(storage, backups, now);
    const empty = freshStorage();
    for (let i = 1; i < 10; i++) await makeBackup(empty, backups, now + i);
    expect((await listBackups(backups)).at(-1)?.annotations).toBe(1);
  });

  it('show what bringing one back would change, and change nothing by that', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    for (const number of [1, 2, 3]) await put(storage, number);
    const { id: backup } = await makeBackup(storage, backups, now);
    await put(storage, 2, 'changed');
    await deleteAnnotation(storage, id(3), now);
    await put(storage, 4);
    const preview = await previewRestore(storage, backups, backup);
    expect(preview.annotations).toEqual({ added: 1, changed: 1, removed: 1 });
    // The one that was deleted lies in the trash, and adding leaves it there.
    expect(preview.trashed).toBe(1);
    expect(preview.articles).toEqual({ added: 0, changed: 0, removed: 0 });
    expect((await annotationsOf(storage, source)).items).toHaveLength(3);
  });

  it('bring everything back as it was; what came since goes to the trash, and is backed up before', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    for (const number of [1, 2, 3]) await put(storage, number);
    const { items: was } = await annotationsOf(storage, source);
    const { id: backup } = await makeBackup(storage, backups, now);
    await put(storage, 2, 'changed');
    await deleteAnnotation(storage, id(3), now);
    await put(storage, 4);
    const { before } = await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now + 1);
    expect((await annotationsOf(storage, source)).items).toEqual(was);
    expect((await listTrash(storage, 5)).items.map((item) => item.annotation.id)).toEqual([id(4)]);
    const found = async (query: string): Promise<number> =>
      (await searchAnnotations(storage, { query, limit: 5 })).total;
    expect([await found('changed'), await found('note'), await found('4')]).toEqual([0, 3, 0]);
    await restoreBackup(storage, backups, { id: before, mode: 'replace' }, now + 2);
    expect(await found('changed')).toBe(1);
    expect(await getAnnotation(storage, id(3))).toBeNull();
  });

  it('bring back only what is missing, when that is asked for', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    for (const number of [1, 2]) await put(storage, number);
    const { id: backup } = await makeBackup(storage, backups, now);
    const later = withNote(annotation({ number: 2 }), 'later', at(50));
    await putAnnotation(storage, { annotation: later, article: article() });
    await put(storage, 3);
    await restoreBackup(storage, backups, { id: backup, mode: 'add' }, now);
    expect(await getAnnotation(storage, id(2))).toEqual(later);
    expect((await annotationsOf(storage, source)).items).toHaveLength(3);
  });

  it('meet a library that the browser has taken', async () => {
    const name = freshName();
    const [storage, backups] = [createStorage({ name }), fresh()];
    for (const number of [1, 2, 3]) await put(storage, number);
    const { id: backup } = await makeBackup(storage, backups, now);
    await deleteDB(name);
    expect((await annotationsOf(storage, source)).items).toEqual([]);
    await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now);
    expect((await annotationsOf(storage, source)).items).toHaveLength(3);
    expect((await searchAnnotations(storage, { query: 'note ortiz', limit: 5 })).total).toBe(3);
    expect((await listPeople(storage, 'count', 5)).items[0]?.quotations).toBe(3);
  });

  it('take what lies in the trash of an emptied library with them, before an older one replaces it', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1, 'old');
    const { id: backup } = await makeBackup(storage, backups, now);
    const edited = withNote(annotation({ number: 1 }), 'written since', at(50));
    await putAnnotation(storage, { annotation: edited, article: article() });
    await deleteAnnotation(storage, id(1), now);
    const { before } = await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now + 1);
    expect(before).not.toBe(backup);
    await restoreBackup(storage, backups, { id: before, mode: 'replace' }, now + 2);
    expect((await listTrash(storage, 5)).items).toMatchObject([{ annotation: edited }]);
  });

  it('come back past a record that cannot be read, which stays where it is', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1);
    const { id: backup } = await makeBackup(storage, backups, now);
    await put(storage, 2);
    const broken = { ...annotation({ number: 3 }), target: null };
    await storage.write(['annotations'], (transaction) =>
      transaction.objectStore('annotations').put(broken as unknown as ReturnType<typeof annotation>),
    );
    await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now + 1);
    expect((await annotationsOf(storage, source)).items.map((one) => one.id)).toEqual([id(1)]);
    const left = await storage.read(['annotations'], (transaction) =>
      transaction.objectStore('annotations').get(id(3)),
    );
    expect(left).toEqual(broken);
  });

  it.each(['add', 'replace'] as const)(
    'with a damaged part give back the rest, say so, and take nothing away (%s)',
    async (mode) => {
      const [storage, backups] = [freshStorage(), fresh()];
      for (let number = 0; number < 1_100; number++) await put(storage, number);
      const { id: backup, parts } = await makeBackup(storage, backups, now);
      await backups((database) => database.put('parts', { backup, part: 1, bytes: new Uint8Array([1, 2]) }));
      await backups((database) => database.delete('parts', [backup, parts - 1]));
      const empty = freshStorage();
      await put(empty, 2_000);
      const preview = await previewRestore(empty, backups, backup);
      expect(preview).toMatchObject({ damaged: 2, annotations: { added: 600, removed: 0 } });
      const done = await restoreBackup(empty, backups, { id: backup, mode }, now + 1);
      expect(done.damaged).toBe(2);
      expect(await getAnnotation(empty, id(0))).not.toBeNull();
      expect(await getAnnotation(empty, id(600))).toBeNull();
      expect(await getAnnotation(empty, id(1_099))).not.toBeNull();
      expect(await getAnnotation(empty, id(2_000))).not.toBeNull();
    },
  );

  it('pass over what cannot be filed, in any store', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1);
    const { id: backup } = await makeBackup(storage, backups, now);
    const records = [null, 7, {}, { source, kind: 'speaker', about: null }];
    const bytes = await pack(JSON.stringify({ store: 'decisions', records }));
    await backups(async (database) => {
      const record = await database.get('backups', backup);
      if (record === undefined) throw new Error('no backup');
      await database.put('parts', { backup, part: record.parts, bytes });
      await database.put('backups', { ...record, parts: record.parts + 1 });
    });
    const empty = freshStorage();
    await restoreBackup(empty, backups, { id: backup, mode: 'replace' }, now);
    expect(await getAnnotation(empty, id(1))).not.toBeNull();
  });

  it('that could not be ended leave nothing on the disk, nor do those that were cut off a day ago', async () => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    for (let number = 1; number <= 3; number++)
      await putAnnotation(storage, { annotation: annotation({ number }), article: article() });
    const held = (): Promise<readonly [number, number]> =>
      backups(async (database) => [await database.count('backups'), await database.count('parts')]);

    let reads = 0;
    const failing = {
      ...storage,
      read: (...input: Parameters<typeof storage.read>) => {
        reads++;
        return reads > 4 ? Promise.reject(new StorageError('aborted')) : storage.read(...input);
      },
    } as typeof storage;
    await expect(makeBackup(failing, backups, now)).rejects.toMatchObject({ reason: 'aborted' });
    expect(reads).toBeGreaterThan(4);
    expect(await held()).toEqual([0, 0]);

    const cut = { articles: 0, annotations: 0, people: 0, parts: 0, size: 0, change: 1, whole: false };
    await backups(async (database) => {
      const old = await database.add('backups', { ...cut, at: new Date(now - 2 * 86_400_000).toISOString() });
      await database.put('parts', { backup: old, part: 0, bytes: new Uint8Array(9) });
      // This one may be under way.
      await database.add('backups', { ...cut, at: new Date(now - 60_000).toISOString() });
      await database.add('backups', { ...cut, at: new Date(now - 50_000).toISOString() });
    });
    reads = 0;
    await expect(makeBackup(failing, backups, now)).rejects.toMatchObject({ reason: 'aborted' });
    expect(await held()).toEqual([2, 0]);
  });

  it('that are not whole or broken are not brought back, and nothing changes', async () => {
    const [storage, backups] = [freshStorage(), fresh()];
    await put(storage, 1);
    const { id: backup } = await makeBackup(storage, backups, now);
    await backups((database) => database.put('parts', { backup, part: 0, bytes: Uint8Array.of(1, 2, 3) }));
    await expect(previewRestore(storage, backups, backup)).rejects.toMatchObject({ name: 'StorageError' });
    await expect(restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now)).rejects.toMatchObject({ name: 'StorageError' }); // prettier-ignore
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
    await expect(partsOf(backups, 99).next()).rejects.toMatchObject({ code: 'not-found' });
  });
});
