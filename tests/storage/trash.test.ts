import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotationsOf, getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import type { Schema } from '#storage/schema.ts';
import { purgeTrash } from '#storage/purge.ts';
import { deleteAnnotation, KEPT, listTrash, restoreAnnotation } from '#storage/trash.ts';
import { annotation, article, freshStorage, id, source } from './records.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 5, 1);

// What is saved is saved by the same clock: nothing is deleted before the last change.
beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the trash', () => {
  it('takes a record and gives it back as it was', async () => {
    const storage = freshStorage();
    const record = annotation({ number: 1, note: 'kept', tags: ['t'] });
    await putAnnotation(storage, { annotation: record, article: article() });
    await deleteAnnotation(storage, record.id, now);
    expect(await getAnnotation(storage, record.id)).toBeNull();
    expect((await annotationsOf(storage, source)).items).toEqual([]);
    expect(await listTrash(storage, 10)).toEqual({
      items: [{ annotation: record, deleted: new Date(now).toISOString() }],
      skipped: 0,
      total: 1,
    });
    expect(await restoreAnnotation(storage, record.id)).toEqual(record);
    expect(await getAnnotation(storage, record.id)).toEqual(record);
    expect((await listTrash(storage, 10)).items).toEqual([]);
    expect((await listArticles(storage, 10)).items).toEqual([{ article: article(), count: 1 }]);
  });

  it('deletes twice and restores twice without complaint', async () => {
    const storage = freshStorage();
    const record = annotation({ number: 1 });
    await putAnnotation(storage, { annotation: record, article: article() });
    await deleteAnnotation(storage, record.id, now);
    await deleteAnnotation(storage, record.id, now + day);
    expect((await listTrash(storage, 10)).items[0]?.deleted).toBe(new Date(now).toISOString());
    await restoreAnnotation(storage, record.id);
    expect(await restoreAnnotation(storage, record.id)).toEqual(record);
  });

  it('says when there is nothing to delete or to restore', async () => {
    const storage = freshStorage();
    await expect(deleteAnnotation(storage, id(1), now)).rejects.toMatchObject({ code: 'not-found' });
    await expect(restoreAnnotation(storage, id(1))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps for 30 days, and then forgets the record and an article that holds nothing more', async () => {
    const storage = freshStorage();
    const other = `${source}-2`;
    for (const number of [1, 2])
      await putAnnotation(storage, { annotation: annotation({ number }), article: article() });
    const single = annotation({ number: 3, source: other });
    await putAnnotation(storage, { annotation: single, article: article({ source: other }) });
    await deleteAnnotation(storage, id(1), now);
    await deleteAnnotation(storage, id(3), now);
    await deleteAnnotation(storage, id(2), now + day);

    expect(await purgeTrash(storage, now + KEPT)).toBe(0);
    expect(await purgeTrash(storage, now + KEPT + 1)).toBe(2);
    expect((await listTrash(storage, 10)).items.map((item) => item.annotation.id)).toEqual([id(2)]);
    // The other article's record is gone, this one's still has something in the trash.
    expect(await getArticle(storage, other)).toBeNull();
    expect(await getArticle(storage, source)).toEqual(article());
    await expect(restoreAnnotation(storage, id(1))).rejects.toMatchObject({ code: 'not-found' });
    expect((await restoreAnnotation(storage, id(2))).id).toBe(id(2));
    expect(await purgeTrash(storage, now + 10 * KEPT)).toBe(0);
    expect(await getAnnotation(storage, id(2))).not.toBeNull();
  });

  it('lists the last deleted first, as many as are asked for', async () => {
    const storage = freshStorage();
    for (const number of [1, 2, 3]) {
      await putAnnotation(storage, { annotation: annotation({ number }), article: article() });
      await deleteAnnotation(storage, id(number), now + number);
    }
    const { items } = await listTrash(storage, 2);
    expect(items.map((item) => item.annotation.id)).toEqual([id(3), id(2)]);
    expect((await listTrash(storage, 0)).items).toEqual([]);
  });
});

it('forgets what is old past a record of the trash that cannot be read', async () => {
  const storage = freshStorage();
  await putAnnotation(storage, { annotation: annotation({ number: 1 }), article: article() });
  await deleteAnnotation(storage, id(1), now);
  const broken = {
    id: 'broken',
    deleted: new Date(now).toISOString(),
    annotation: null,
  } as unknown as Schema['trash']['value'];
  await storage.write(['trash'], (transaction) => transaction.objectStore('trash').put(broken));
  expect(await purgeTrash(storage, now + KEPT + day)).toBe(2);
});
