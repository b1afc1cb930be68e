import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { addToLedger, ledgerId, listLedger } from '#storage/ledger.ts';
import { listPeople } from '#storage/people.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import type { StoreName } from '#storage/schema.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { type BrokenRow, countAside, listAside, setAside } from '#storage/set-aside.ts';
import { deleteAnnotations, listTrash } from '#storage/trash.ts';
import { annotation, article, at, freshName, freshStorage, id, saidBy, source } from './records.ts';

const now = Date.parse(at(0));

/** A library whose broken rows are told of. */
function watched(): { readonly storage: Storage; readonly broken: BrokenRow[] } {
  const broken: BrokenRow[] = [];
  return { storage: freshStorage({ onBroken: (rows) => broken.push(...rows) }), broken };
}

async function filled(): Promise<ReturnType<typeof watched>> {
  const library = watched();
  for (const number of [1, 2, 3]) {
    const record = annotation({ number, quotation: saidBy('Ana Ortiz') });
    await putAnnotation(library.storage, { annotation: record, article: article() }, now);
  }
  return library;
}

/** What a disk may hold where a record was. */
function spoil(storage: Storage, store: StoreName, record: unknown): Promise<unknown> {
  return storage.write([store], (transaction) => transaction.objectStore(store).put(record as never));
}

const noted = (storage: Storage) => searchAnnotations(storage, { query: '', limit: 50 });

describe('A record that cannot be read', () => {
  it('of a passage leaves no row that never comes, and lies aside as it was', async () => {
    const { storage, broken } = await filled();
    const record = { id: id(2), target: { source }, body: 'spoilt' };
    await spoil(storage, 'annotations', record);
    expect((await noted(storage)).total).toBe(3);
    expect(broken).toHaveLength(1);
    expect(await setAside(storage, broken, now)).toBe(1);
    const after = await noted(storage);
    expect(after.items.map((item) => item.annotation.id)).toEqual([id(3), id(1)]);
    expect(after.total).toBe(2);
    expect((await listPeople(storage, 'name', 9)).items[0]?.quotations).toBe(2);
    const { items, total } = await listAside(storage, 10);
    expect({ items, total }).toEqual({
      items: [{ store: 'annotations', key: id(2), found: at(0), record }],
      total: 1,
    });
    // What is mended is mended once.
    expect(await setAside(storage, broken, now)).toBe(0);
    expect(await countAside(storage)).toBe(1);
  });

  it('of an article leaves the article’s address and passages', async () => {
    const { storage, broken } = await filled();
    await spoil(storage, 'articles', { source, title: 7 });
    expect((await listArticles(storage, 9)).items).toEqual([]);
    expect(await setAside(storage, broken, now)).toBe(1);
    const { items, total } = await listArticles(storage, 9);
    expect(items.map((item) => [item.article.source, item.article.outlet, item.count])).toEqual([
      [source, 'The Example', 3],
    ]);
    expect(total).toBe(1);
    expect((await getArticle(storage, source))?.title).toBe('');
    expect((await listAside(storage, 9)).items[0]?.record).toEqual({ source, title: 7 });
    expect((await searchAnnotations(storage, { query: 'words', limit: 9 })).total).toBe(3);
  });

  it('of a person leaves the name that the articles give', async () => {
    const { storage, broken } = await filled();
    const [one] = (await listPeople(storage, 'name', 9)).items;
    const person = one?.person.id ?? '';
    await spoil(storage, 'people', { id: person, name: null, note: 'mine' });
    expect((await listPeople(storage, 'name', 9)).items).toEqual([]);
    expect(await setAside(storage, broken, now)).toBe(1);
    const { items, total } = await listPeople(storage, 'name', 9);
    expect(items.map((item) => [item.person.id, item.person.name, item.quotations])).toEqual([
      [person, 'Ana Ortiz', 3],
    ]);
    expect(total).toBe(1);
    expect((await listAside(storage, 9)).items[0]?.record).toMatchObject({ note: 'mine' });
  });

  it('in the trash or the ledger goes from there', async () => {
    const { storage, broken } = await filled();
    await deleteAnnotations(storage, [id(1), id(2)], now);
    await spoil(storage, 'trash', { id: id(1), source, deleted: at(3), annotation: null });
    const entry = (exact: string) => ({
      id: ledgerId(source, exact),
      source,
      title: '',
      exact,
      start: 0,
      seen: at(1),
      quotation: saidBy('Ana Ortiz'),
    });
    await addToLedger(storage, [entry('one'), entry('two')]);
    await spoil(storage, 'ledger', { ...entry('one'), quotation: 'none' });
    expect((await listTrash(storage, 9)).items).toHaveLength(1);
    expect((await listLedger(storage, 9)).items).toHaveLength(1);
    expect(await setAside(storage, broken, now)).toBe(2);
    expect((await listTrash(storage, 9)).total).toBe(1);
    expect((await listLedger(storage, 9)).total).toBe(1);
    expect((await listAside(storage, 9)).items.map(({ store }) => store)).toEqual(['ledger', 'trash']);
    expect((await listAside(storage, 1, 1)).items.map(({ store }) => store)).toEqual(['trash']);
  });

  it('is left where it is when it can be read, and its row goes when it is gone', async () => {
    const { storage, broken } = await filled();
    expect(
      await setAside(
        storage,
        [
          { store: 'articles', key: source },
          { store: 'trash', key: 'none' },
          { store: 'documents', key: 1 },
        ],
        now,
      ),
    ).toBe(0);
    // A write that was cut off by something else than us: the document has outlived its record.
    await storage.write(['annotations'], (transaction) =>
      transaction.objectStore('annotations').delete(id(1)),
    );
    await noted(storage);
    expect(await setAside(storage, broken, now)).toBe(1);
    expect((await noted(storage)).total).toBe(2);
    expect(await countAside(storage)).toBe(0);
    expect(await getAnnotation(storage, id(2))).not.toBeNull();
  });

  it('comes back with a backup', async () => {
    const { storage, broken } = await filled();
    const backups = createBackupDatabase(freshName());
    await spoil(storage, 'annotations', { id: id(2), target: { source }, body: 'spoilt' });
    await noted(storage);
    await setAside(storage, broken, now);
    const { id: backup } = await makeBackup(storage, backups, now);
    const fresh = freshStorage();
    await restoreBackup(fresh, backups, { id: backup, mode: 'add' }, now);
    expect((await listAside(fresh, 9)).items).toEqual((await listAside(storage, 9)).items);
  });
});
