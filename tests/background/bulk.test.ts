import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { annotation, article, freshStorage } from '#tests/storage/records.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { listOutlets } from '#storage/outlets.ts';
import { purgeNow } from '#storage/purge.ts';
import { deleteAnnotations, listTrash, restoreAnnotations } from '#storage/trash.ts';
import { historyState } from '#storage/history.ts';

const now = Date.UTC(2026, 5, 1);

async function filled() {
  const storage = freshStorage();
  const records = [1, 2, 3].map((number) => annotation({ number }));
  for (const record of records) await putAnnotation(storage, { annotation: record, article: article() });
  return { storage, ids: records.map(({ id }) => id) };
}

/** Stops work when it has come to this many records. */
function stopAt(step: number) {
  const controller = new AbortController();
  const told: string[] = [];
  const tell = (done: number, total: number): void => {
    told.push(`${done}/${total}`);
    if (done === step) controller.abort();
  };
  return { progress: { signal: controller.signal, tell }, told };
}

describe('many records at once', () => {
  it('a deletion that is stopped half-way has deleted nothing, and is not in the history', async () => {
    const { storage, ids } = await filled();
    const before = await historyState(storage);
    const { progress, told } = stopAt(1);
    await expect(deleteAnnotations(storage, ids, now, progress)).rejects.toMatchObject({
      code: 'storage-closed',
    });
    expect(told).toEqual(['0/3', '1/3']);
    expect((await listTrash(storage, 0)).total).toBe(0);
    expect(await historyState(storage)).toEqual(before);
  });

  it('so has tagging', async () => {
    const { storage, ids } = await filled();
    const before = await historyState(storage);
    const { progress } = stopAt(1);
    await expect(
      tagAnnotations(storage, { ids, add: ['boats'], remove: [] }, now, progress),
    ).rejects.toMatchObject({ code: 'storage-closed' });
    expect(await historyState(storage)).toEqual(before);
    expect(await tagAnnotations(storage, { ids, add: ['boats'], remove: [] }, now)).toBe(3);
  });

  it('many are deleted and brought back past one that was purged meanwhile', async () => {
    const { storage, ids } = await filled();
    const [first = '', ...others] = ids;
    await deleteAnnotations(storage, [first], now);
    await purgeNow(storage, [first]);
    expect(await deleteAnnotations(storage, ids, now, undefined, 'pass')).toBe(others.length);
    const back = await restoreAnnotations(storage, ids, now, 'pass');
    expect(back.map((annotation) => annotation.id)).toEqual(others);
  });

  it('newspapers are listed by how many articles they have', async () => {
    const { storage } = await filled();
    const one = annotation({ number: 8, source: 'https://www.lantern.example/a' });
    const bare = { ...article(), source: 'https://www.lantern.example/a', outlet: null };
    await putAnnotation(storage, { annotation: one, article: bare });
    const outlets = await listOutlets(storage, 10);
    expect(outlets).toContainEqual({ outlet: 'lantern.example', count: 1 });
    expect(outlets).toHaveLength(2);
    expect(await listOutlets(storage, 1)).toHaveLength(1);
  });
});
