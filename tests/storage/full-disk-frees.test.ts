import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotationsOf, getAnnotation, putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { historyState, pruneHistory, undo } from '#storage/history.ts';
import { addToLedger, ledgerId, listLedger, wipeLedger } from '#storage/ledger.ts';
import { purgeNow, purgeTrash } from '#storage/purge.ts';
import { deleteAnnotations, KEPT, listTrash, trashIds } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';

const MB = 2 ** 20;
let left = 1_000 * MB;
let clock = 0;
const now = Date.parse(at(0));

/** From now on the disk has so much room, and what was found of it before holds no more. */
function leave(bytes: number): void {
  left = bytes;
  clock += 5_000;
}

beforeEach(() => {
  left = 1_000 * MB;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('navigator', {
    storage: { estimate: () => Promise.resolve({ quota: 2_000 * MB, usage: 2_000 * MB - left }) },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function filled(numbers: number, note = ''): Promise<Storage> {
  const storage = freshStorage();
  for (let number = 1; number <= numbers; number++)
    await putAnnotation(storage, { annotation: annotation({ number, note }), article: article() }, now);
  return storage;
}
const full = { code: 'disk-full' };

describe('a full disk lets room be made', () => {
  it('by emptying the trash, with what could be undone of it', async () => {
    const storage = await filled(3, 'secret');
    await deleteAnnotations(storage, [id(1), id(2)], now);
    await deleteAnnotations(storage, [id(3)], now);
    leave(8 * MB);
    expect(await purgeNow(storage, await trashIds(storage))).toBe(3);
    expect(await listTrash(storage, 5)).toMatchObject({ items: [], total: 0 });
    const left = await storage.read(['changeItems'], (transaction) =>
      transaction.objectStore('changeItems').getAll(),
    );
    expect(JSON.stringify(left)).not.toContain('secret');
  });

  it('by what is done without being asked: the trash of a month, and what could be undone long ago', async () => {
    const storage = await filled(2);
    await deleteAnnotations(storage, [id(1)], now);
    leave(8 * MB);
    expect(await purgeTrash(storage, now + 2 * KEPT)).toBe(1);
    expect(await pruneHistory(storage, now + 2 * KEPT)).toBe(0);
    leave(1_000 * MB);
    await deleteAnnotations(storage, [id(2)], now + 2 * KEPT);
    leave(8 * MB);
    expect(await pruneHistory(storage, now + 2 * KEPT)).toBe(1);
  });

  it('by wiping the ledger, however long it is', async () => {
    const storage = freshStorage();
    const records = Array.from({ length: 1_005 }, (_, number) => {
      const from = `${source}-${number % 3}`;
      const exact = `Words ${number}`;
      return {
        id: ledgerId(from, exact), source: from, title: '', exact, start: 0, seen: at(0), quotation: saidBy('Ann'),
      }; // prettier-ignore
    });
    await addToLedger(storage, records);
    leave(8 * MB);
    expect(await wipeLedger(storage)).toBe(1_005);
    expect((await listLedger(storage, 1)).total).toBe(0);
  });

  it('by moving a few to the trash, as a change that can be undone when there is room', async () => {
    const storage = await filled(25);
    leave(8 * MB);
    expect(await deleteAnnotations(storage, [id(1), id(2)], now)).toBe(2);
    await expect(undo(storage)).rejects.toMatchObject(full);
    const many = Array.from({ length: 22 }, (_, i) => id(i + 3));
    await expect(deleteAnnotations(storage, many, now)).rejects.toMatchObject(full);
    expect((await annotationsOf(storage, source)).items).toHaveLength(23);
    leave(1_000 * MB);
    await undo(storage);
    expect((await annotationsOf(storage, source)).items).toHaveLength(25);
  });

  it('by a shorter note, not by a longer one nor by one that is new', async () => {
    const storage = await filled(1, 'long words, many of them');
    const put = (number: number, note: string) =>
      putAnnotation(storage, {
        annotation: annotation({ number, note, minute: 9 }),
        article: article(),
        base: at(1),
      });
    leave(8 * MB);
    await expect(put(1, 'long words, many of them, and more')).rejects.toMatchObject(full);
    await expect(put(2, '')).rejects.toMatchObject(full);
    await put(1, 'few words');
    expect(JSON.stringify(await getAnnotation(storage, id(1)))).toContain('few words');
  });

  it('not with records so long that moving them may meet the end of the disk', async () => {
    const storage = await filled(1, 'many words '.repeat(5_000));
    leave(8 * MB);
    await expect(deleteAnnotations(storage, [id(1)], now)).rejects.toMatchObject(full);
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
  });

  it('not when nothing at all is left', async () => {
    const storage = await filled(1);
    await deleteAnnotations(storage, [id(1)], now);
    leave(MB);
    await expect(purgeNow(storage, [id(1)])).rejects.toMatchObject(full);
    expect((await listTrash(storage, 5)).total).toBe(1);
  });
});

describe('what is deleted for good', () => {
  it('does not come back when a deletion of many is undone; the others do', async () => {
    const storage = await filled(3, 'secret');
    await deleteAnnotations(storage, [id(1), id(2), id(3)], now);
    expect(await purgeNow(storage, [id(2)])).toBe(1);
    expect((await historyState(storage)).undo?.count).toBe(4);
    await undo(storage);
    const { items } = await annotationsOf(storage, source);
    expect(items.map((one) => one.id)).toEqual([id(1), id(3)]);
    expect((await listTrash(storage, 5)).total).toBe(0);
  });

  it('leaves what is not in the trash, and what can be undone of it', async () => {
    const storage = await filled(1);
    const before = (await historyState(storage)).undo;
    expect(await purgeNow(storage, [id(1), id(7)])).toBe(0);
    expect(await getAnnotation(storage, id(1))).not.toBeNull();
    expect((await historyState(storage)).undo).toEqual(before);
  });
});
