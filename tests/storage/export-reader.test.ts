import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { openExportReader } from '#storage/export-reader.ts';
import { migrations } from '#storage/migrations/index.ts';
import { annotation, article, freshName, id } from './records.ts';

const put = (storage: Storage, number: number, note = ''): Promise<unknown> =>
  putAnnotation(storage, { annotation: annotation({ number, note }), article: article() });

async function filled(count: number): Promise<{ readonly name: string; readonly storage: Storage }> {
  const name = freshName();
  const storage = createStorage({ name });
  for (let number = 1; number <= count; number++) await put(storage, number);
  return { name, storage };
}

describe('the export reader', () => {
  it('reads all that there is', async () => {
    const { name } = await filled(3);
    const reader = await openExportReader(name);
    const read = await reader?.read(async (source) => {
      const { ids, sources } = await source.plan();
      return { sources, ...(await source.records(ids, [])) };
    });
    reader?.close();
    expect(read?.annotations.map((one) => one.id)).toEqual([id(1), id(2), id(3)]);
    expect(read?.sources).toEqual([article().source]);
    expect(read?.articles).toEqual([article()]);
  });

  it('makes no database where there is none: the background finds nothing of it', async () => {
    const name = freshName();
    expect(await openExportReader(name)).toBeNull();
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
    const storage = createStorage({ name });
    await put(storage, 1);
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
  });

  it('leaves one of another version alone', async () => {
    const name = freshName();
    const older = await openDB(name, migrations.length - 1);
    older.close();
    expect(await openExportReader(name)).toBeNull();
    const again = await openDB(name);
    expect(again.version).toBe(migrations.length - 1);
    again.close();
  });

  it('gives way to an upgrade, and says then that it cannot go on', async () => {
    const { name } = await filled(1);
    const reader = await openExportReader(name);
    const newer = await openDB(name, migrations.length + 1);
    newer.close();
    await expect(reader?.read((source) => source.plan())).rejects.toMatchObject({ reason: 'aborted' });
  });

  it('runs once when nothing changes', async () => {
    const { name } = await filled(2);
    const reader = await openExportReader(name);
    let runs = 0;
    await reader?.read(async (source) => {
      runs++;
      await source.plan();
    });
    reader?.close();
    expect(runs).toBe(1);
  });

  it('holds no half of a change: what was changed meanwhile is read anew, and the next change waits', async () => {
    const { name, storage } = await filled(4);
    const reader = await openExportReader(name);
    const order: string[] = [];
    let runs = 0;
    let later: Promise<unknown> = Promise.resolve();
    const notes = await reader?.read(async (source) => {
      runs++;
      const [first = ''] = (await source.plan()).ids;
      const before = (await source.records([first], [])).annotations;
      // The first time the change comes between two parts; the second time it is asked for and has to wait.
      const change = put(storage, 4, `after part one of run ${runs}`).then(() => order.push(`saved ${runs}`));
      if (runs === 1) await change;
      else later = change;
      for (let part = 0; part < 20; part++) await source.records([id(2)], []);
      const after = (await source.records([id(4)], [])).annotations;
      order.push(`read ${runs}`);
      return [...before, ...after].map(({ body }) => body[0]?.value ?? '');
    });
    await later;
    reader?.close();
    expect(runs).toBe(2);
    expect(notes).toEqual(['', 'after part one of run 1']);
    expect(order).toEqual(['saved 1', 'read 1', 'read 2', 'saved 2']);
  });
});
