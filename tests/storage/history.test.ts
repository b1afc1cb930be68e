import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { tagsOf, withNote } from '#core/annotation-edit.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { decisionsOf, getDetails, putDetails, putVersions, versionsOf } from '#storage/article-details.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import type { Storage } from '#storage/database.ts';
import { historyState, listChanges, pruneHistory, redo, undo } from '#storage/history.ts';
import { putDecision } from '#storage/decide.ts';
import { addToLedger, ledgerId, listLedger, PER_ARTICLE, wipeLedger } from '#storage/ledger.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { getSetting, listSettings, putSetting } from '#storage/settings.ts';
import { purgeNow, purgeTrash } from '#storage/purge.ts';
import { deleteAnnotations, KEPT, listTrash, restoreAnnotations } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';

const start = Date.parse(at(0));
const put = (storage: Storage, number: number, note: string, now: number): Promise<unknown> =>
  putAnnotation(storage, { annotation: annotation({ number, note }), article: article() }, now);
const found = async (storage: Storage, query: string): Promise<readonly string[]> =>
  (await searchAnnotations(storage, { query, limit: 10 })).items.map((item) => item.annotation.id);

describe('history', () => {
  it('takes back and makes again a save, a deletion, and tags', async () => {
    const storage = freshStorage();
    await put(storage, 1, 'alpha', start);
    await deleteAnnotations(storage, [id(1)], start + 1);
    expect(await found(storage, 'alpha')).toEqual([]);
    expect((await undo(storage))?.action).toBe('delete');
    expect(await getAnnotation(storage, id(1))).toEqual(annotation({ number: 1, note: 'alpha' }));
    expect((await listTrash(storage, 5)).items).toEqual([]);
    expect(await found(storage, 'alpha')).toEqual([id(1)]);
    expect((await undo(storage))?.action).toBe('put');
    expect(await getAnnotation(storage, id(1))).toBeNull();
    expect(await undo(storage)).toBeNull();
    await redo(storage);
    expect(await found(storage, 'alpha')).toEqual([id(1)]);
    await redo(storage);
    expect((await listTrash(storage, 5)).items).toHaveLength(1);
    expect(await redo(storage)).toBeNull();
  });

  it('takes a note that is typed as one change, and its first saving as another', async () => {
    const storage = freshStorage();
    for (const [i, note] of ['', 'a', 'ab', 'abc'].entries()) await put(storage, 1, note, start + i * 1_000);
    await put(storage, 1, 'later', start + 60_000);
    expect(await listChanges(storage, 10)).toHaveLength(3);
    await undo(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(annotation({ number: 1, note: 'abc' }));
    await undo(storage);
    expect(await getAnnotation(storage, id(1))).toEqual(annotation({ number: 1 }));
  });

  it('drops what was undone when something else is done', async () => {
    const storage = freshStorage();
    await put(storage, 1, 'a', start);
    await put(storage, 2, 'b', start);
    await undo(storage);
    await put(storage, 3, 'c', start);
    expect((await historyState(storage)).redo).toBeNull();
    expect(await redo(storage)).toBeNull();
    expect(await getAnnotation(storage, id(2))).toBeNull();
  });

  it('undoes only the change that is meant', async () => {
    const storage = freshStorage();
    await put(storage, 1, 'a', start);
    const { undo: first } = await historyState(storage);
    await put(storage, 2, 'b', start);
    await expect(undo(storage, first?.number)).rejects.toMatchObject({ code: 'not-found' });
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
  });

  it('tags many as one change', async () => {
    const storage = freshStorage();
    for (const number of [1, 2, 3]) await put(storage, number, '', start);
    const ids = [1, 2, 3, 4].map(id);
    expect(await tagAnnotations(storage, { ids, add: ['x', 'y'], remove: [] }, start)).toBe(3);
    expect(await tagAnnotations(storage, { ids, add: ['x'], remove: ['y'] }, start)).toBe(3);
    expect(await tagAnnotations(storage, { ids, add: ['x'], remove: ['y'] }, start)).toBe(0);
    const tagged = await getAnnotation(storage, id(2));
    expect(tagged && tagsOf(tagged)).toEqual(['x']);
    await undo(storage);
    await undo(storage);
    expect(await getAnnotation(storage, id(2))).toEqual(annotation({ number: 2 }));
  });

  it('is bounded, and keeps the last change', async () => {
    const storage = freshStorage();
    for (const number of [1, 2, 3]) await put(storage, number, '', start + number);
    expect(await pruneHistory(storage, start)).toBe(0);
    expect(await pruneHistory(storage, start + 2 * KEPT)).toBe(2);
    expect((await undo(storage))?.about).toBe(id(3));
  });

  it('does not keep what was purged', async () => {
    const storage = freshStorage();
    await put(storage, 1, 'secret', start);
    await put(storage, 2, 'secret', start);
    await deleteAnnotations(storage, [id(1)], start);
    await deleteAnnotations(storage, [id(2)], start);
    expect(await purgeNow(storage, [id(1), id(7)])).toBe(1);
    expect(await purgeTrash(storage, start + 2 * KEPT)).toBe(1);
    const items = await storage.read(['changeItems'], (transaction) =>
      transaction.objectStore('changeItems').getAll(),
    );
    expect(JSON.stringify(items)).not.toContain('secret');
  });

  it('changes nothing when one of many is nowhere', async () => {
    const storage = freshStorage();
    await put(storage, 1, '', start);
    await expect(deleteAnnotations(storage, [id(1), id(9)], start)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
    await expect(restoreAnnotations(storage, [id(9)])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('beside the annotations', () => {
  it('a decision is kept, taken back, and undone', async () => {
    const storage = freshStorage();
    const decision = { source, kind: 'not-a-person', about: 'Long Story', value: null, at: at(1) } as const;
    await putDecision(storage, decision, false, start);
    expect(await decisionsOf(storage, source)).toEqual([decision]);
    await putDecision(storage, decision, true, start);
    expect(await decisionsOf(storage, source)).toEqual([]);
    await undo(storage);
    expect(await decisionsOf(storage, source)).toEqual([decision]);
  });

  it('versions of a passage are kept when it stands otherwise than before', async () => {
    const storage = freshStorage();
    await put(storage, 1, '', start);
    const seen = (minute: number, outcome: 'exact' | 'changed', exact: string): Promise<number> =>
      putVersions(storage, [
        { annotation: id(1), seen: at(minute), outcome, exact },
        { annotation: id(9), seen: at(minute), outcome: 'changed', exact },
      ]);
    expect(await seen(1, 'exact', 'Words 1')).toBe(0);
    expect(await seen(2, 'changed', 'Words 2')).toBe(1);
    expect(await seen(3, 'changed', 'Words 2')).toBe(0);
    expect(await seen(4, 'exact', 'Words 1')).toBe(1);
    for (let minute = 5; minute < 70; minute++) await seen(minute, 'changed', `Words ${minute}`);
    const versions = await versionsOf(storage, [id(1)]);
    expect(versions).toHaveLength(50);
    expect(versions[0]?.exact).toBe('Words 2');
    expect(versions.at(-1)?.exact).toBe('Words 69');
  });

  it('what was detected is kept of kept articles alone', async () => {
    const storage = freshStorage();
    const details = { source, seen: at(1), speakers: [] };
    expect(await putDetails(storage, details)).toBe(false);
    await put(storage, 1, '', start);
    expect(await putDetails(storage, details)).toBe(true);
    expect(await getDetails(storage, source)).toEqual(details);
  });

  it('the ledger is apart and wiped by itself', async () => {
    const storage = freshStorage();
    await put(storage, 1, '', start);
    const entry = {
      id: 'a',
      source,
      title: 'T',
      exact: 'x',
      start: 0,
      seen: at(1),
      quotation: saidBy('Ana'),
    };
    expect(await addToLedger(storage, [entry, { ...entry, id: 'b', seen: at(2) }, entry])).toBe(2);
    expect((await listLedger(storage, 1, 1)).items).toEqual([entry]);
    expect(await wipeLedger(storage)).toBe(2);
    expect((await listLedger(storage, 5)).total).toBe(0);
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
  });

  it('the ledger keeps so many of one article, and no fewer of another', async () => {
    const storage = freshStorage();
    const entries = (of: string, from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: ledgerId(of, `words ${from + index}`),
        source: of,
        title: '',
        exact: `words ${from + index}`,
        start: index,
        seen: at(1),
        quotation: saidBy('Ana'),
      }));
    const other = `${source}-2`;
    expect(await addToLedger(storage, entries(other, 0, 2))).toBe(2);
    expect(await addToLedger(storage, entries(source, 0, PER_ARTICLE - 1))).toBe(PER_ARTICLE - 1);
    expect(await addToLedger(storage, entries(source, PER_ARTICLE - 1, 5))).toBe(1);
    expect(await addToLedger(storage, [...entries(source, 9_000, 1), ...entries(other, 5, 1)])).toBe(1);
    expect((await listLedger(storage, 1)).total).toBe(PER_ARTICLE + 3);
  });

  it('settings are set and taken back', async () => {
    const storage = freshStorage();
    await putSetting(storage, 'a', { deep: [1, null] });
    expect(await getSetting(storage, 'a')).toEqual({ deep: [1, null] });
    await putSetting(storage, 'a', null);
    expect(await listSettings(storage)).toEqual({});
  });

  it('two tabs that edit one note lose neither text, and undo gives the earlier one back', async () => {
    const storage = freshStorage();
    const base = annotation({ number: 1, note: 'base' });
    await putAnnotation(storage, { annotation: base, article: article() }, start);
    for (const [i, note] of ['mine', 'theirs'].entries()) {
      const edit = withNote(base, note, at(10 + i));
      await putAnnotation(
        storage,
        { annotation: edit, article: article(), base: base.modified },
        start + i * 60_000,
      );
    }
    expect(await found(storage, 'mine theirs')).toEqual([id(1)]);
    await undo(storage);
    expect(await found(storage, 'mine')).toEqual([id(1)]);
    expect(await found(storage, 'theirs')).toEqual([]);
  });
});
