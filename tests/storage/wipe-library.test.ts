import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withNote } from '#core/annotation-edit.ts';
import { annotationsOf, putAnnotation } from '#storage/annotations.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { listBackups, makeBackup, wipeBackups } from '#storage/backups.ts';
import { createStorage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { historyState, undo } from '#storage/history.ts';
import { addToLedger } from '#storage/ledger.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { putSetting } from '#storage/settings.ts';
import { beginImport, stageImport } from '#storage/staged-imports.ts';
import { deleteAnnotation } from '#storage/trash.ts';
import { libraryState, wipeLibrary } from '#storage/wipe-library.ts';
import { dump } from './dump.ts';
import { annotation, article, at, freshName, id, saidBy, source } from './records.ts';

const now = Date.parse(at(0));

/** A library that has something in every part. */
async function filled() {
  const name = freshName();
  const storage = createStorage({ name });
  for (const number of [1, 2])
    await putAnnotation(storage, {
      annotation: annotation({ number, note: `note ${number}`, quotation: saidBy('Ana Ortiz') }),
      article: article(),
    });
  await deleteAnnotation(storage, id(2), now);
  await flushIndex(storage);
  await putSetting(storage, 'ledger.enabled', true);
  await addToLedger(storage, [
    { id: 'a', source, title: 'T', exact: 'x', start: 0, seen: at(0), quotation: saidBy('Ana Ortiz') },
  ]);
  const records = {
    articles: [article()],
    appearances: [],
    people: [],
    annotations: [],
    decisions: [],
    versions: [],
  };
  await beginImport(storage, 'a', ['a.json']);
  await stageImport(storage, { import: 'a', part: 0, records });
  return { name, storage };
}

afterEach(() => vi.unstubAllGlobals());

describe('wiping the library', () => {
  it('leaves nothing in any store, and the library goes on', async () => {
    const { name, storage } = await filled();
    expect(await wipeLibrary(storage, null)).toBe(true);
    const left = Object.entries((await dump(name)).stores).filter(([, { records }]) => records.length > 0);
    expect(left.map(([store]) => store)).toEqual([]);
    expect(await historyState(storage)).toEqual({ undo: null, redo: null });
    await putAnnotation(storage, { annotation: annotation({ number: 3, note: 'anew' }), article: article() });
    expect((await searchAnnotations(storage, { query: 'anew', limit: 5 })).total).toBe(1);
    expect((await searchAnnotations(storage, { query: 'note', limit: 5 })).total).toBe(0);
  });

  it.each([
    [
      'a save',
      (storage: ReturnType<typeof createStorage>) =>
        putAnnotation(storage, { annotation: annotation({ number: 9 }), article: article() }),
    ],
    [
      'more words in a note',
      (storage: ReturnType<typeof createStorage>) =>
        putAnnotation(storage, {
          annotation: withNote(annotation({ number: 1 }), 'longer', at(40)),
          article: article(),
        }),
    ],
    ['an undo', (storage: ReturnType<typeof createStorage>) => undo(storage)],
  ])('wipes nothing when %s has come since the backup', async (_, change) => {
    const { storage } = await filled();
    const state = await libraryState(storage);
    await change(storage);
    expect(await wipeLibrary(storage, state)).toBe(false);
    expect((await annotationsOf(storage, source)).items.length).toBeGreaterThan(0);
    expect(await wipeLibrary(storage, await libraryState(storage))).toBe(true);
  });

  it('works where the disk has no room for anything else', async () => {
    const { storage } = await filled();
    vi.stubGlobal('navigator', {
      storage: { estimate: async () => ({ quota: 9e9, usage: 9e9 - 8 * 2 ** 20 }) },
    });
    const again = createStorage({ name: freshName() });
    await expect(putSetting(again, 'a', 1)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await wipeLibrary(storage, null)).toBe(true);
  });
});

it('wiping the backups leaves none, nor a part of one that was never ended', async () => {
  const { storage } = await filled();
  const backups = createBackupDatabase(freshName());
  await makeBackup(storage, backups, now);
  await backups((database) => database.put('parts', { backup: 99, part: 0, bytes: new Uint8Array([1]) }));
  await wipeBackups(backups);
  expect(await listBackups(backups)).toEqual([]);
  expect(await backups((database) => database.count('parts'))).toBe(0);
});
