import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { putAnnotation } from '#storage/annotations.ts';
import { listArticles, seeArticle } from '#storage/articles.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { makeBackup } from '#storage/backups.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { redo, undo } from '#storage/history.ts';
import { migrations } from '#storage/migrations/index.ts';
import { listOutlets } from '#storage/outlets.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { purgeTrash } from '#storage/purge.ts';
import { deleteAnnotations, KEPT, restoreAnnotations } from '#storage/trash.ts';
import { annotation, article, at, freshName, freshStorage, id } from './records.ts';

const now = Date.parse(at(0));
const sourceOf = (number: number): string => `https://www.example.com/news/${number}`;

async function put(storage: Storage, number: number, outlet = 'The Example'): Promise<void> {
  const source = sourceOf(number);
  await putAnnotation(
    storage,
    {
      annotation: annotation({ number, source }),
      article: article({ source, outlet, lastSeen: at(number) }),
    },
    now,
  );
}

async function listed(storage: Storage, limit = 10, offset = 0): Promise<readonly string[]> {
  return (await listArticles(storage, limit, offset)).items.map((item) => item.article.source);
}

describe('the list of articles', () => {
  it('is as long as it says, page by page, whatever becomes of what they hold', async () => {
    const storage = freshStorage();
    for (const number of [1, 2, 3, 4, 5]) await put(storage, number);
    const check = async (expected: readonly number[]): Promise<void> => {
      const sources = expected.map(sourceOf);
      expect(await listed(storage)).toEqual(sources);
      expect((await listArticles(storage, 0)).total).toBe(sources.length);
      expect([...(await listed(storage, 2)), ...(await listed(storage, 10, 2))]).toEqual(sources);
    };
    await check([5, 4, 3, 2, 1]);
    await deleteAnnotations(storage, [id(4), id(2)], now);
    await check([5, 3, 1]);
    await undo(storage);
    await check([5, 4, 3, 2, 1]);
    await redo(storage);
    await check([5, 3, 1]);
    await restoreAnnotations(storage, [id(2)], now);
    await seeArticle(storage, article({ source: sourceOf(2), lastSeen: at(50) }));
    await check([2, 5, 3, 1]);
    await purgeTrash(storage, now + 2 * KEPT);
    await check([2, 5, 3, 1]);
  });

  it('follows a backup that is brought back', async () => {
    const [storage, backups] = [freshStorage(), createBackupDatabase(freshName())];
    await put(storage, 1);
    await put(storage, 2);
    const { id: backup } = await makeBackup(storage, backups, now);
    await deleteAnnotations(storage, [id(1)], now);
    await put(storage, 3);
    await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, now + 1);
    expect(await listed(storage)).toEqual([2, 1].map(sourceOf));
    const empty = freshStorage();
    await restoreBackup(empty, backups, { id: backup, mode: 'add' }, now + 1);
    expect(await listed(empty)).toEqual([2, 1].map(sourceOf));
    expect((await listArticles(empty, 0)).total).toBe(2);
  });

  it('can be read when the upgrade that makes it failed', async () => {
    const name = freshName();
    const stop = new AbortController();
    await put(createStorage({ name, migrations: migrations.slice(0, 5), signal: stop.signal }), 1).catch(
      () => {},
    );
    const old = createStorage({ name, migrations: migrations.slice(0, 5), signal: stop.signal });
    await old.write(['articles', 'annotations'], async (transaction) => {
      await transaction.objectStore('articles').put(article({ source: sourceOf(1) }));
      await transaction.objectStore('annotations').put(annotation({ number: 1, source: sourceOf(1) }));
    });
    stop.abort();
    const failing = (): never => {
      throw new Error('planted');
    };
    const storage = createStorage({ name, migrations: [...migrations.slice(0, 5), failing] });
    expect(await listed(storage)).toEqual([sourceOf(1)]);
    expect((await listArticles(storage, 0)).total).toBe(1);
  });
});

describe('the newspapers', () => {
  it('are counted by their articles that hold a record, those with most first', async () => {
    const storage = freshStorage();
    for (const number of [1, 2, 3]) await put(storage, number, 'The Example');
    for (const number of [4, 5]) await put(storage, number, 'Beispielzeitung');
    await put(storage, 6, '');
    expect(await listOutlets(storage, 10)).toEqual([
      { outlet: 'The Example', count: 3 },
      { outlet: 'Beispielzeitung', count: 2 },
      { outlet: 'example.com', count: 1 },
    ]);
    await deleteAnnotations(storage, [id(1), id(2), id(6)], now);
    expect(await listOutlets(storage, 1)).toEqual([{ outlet: 'Beispielzeitung', count: 2 }]);
    expect(await listOutlets(storage, 10)).toHaveLength(2);
  });
});
