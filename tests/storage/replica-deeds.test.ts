import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { tagsOf, withNote } from '#core/annotation-edit.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { getAnnotation } from '#storage/annotations.ts';
import { putVersions, versionsOf } from '#storage/article-details.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { noteEverything } from '#storage/everything.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import { purgeNow } from '#storage/purge.ts';
import { waitingDocuments } from '#storage/replica-records.ts';
import { beginSync, countWaiting, getSyncRecord } from '#storage/sync-records.ts';
import { deleteAnnotations, restoreAnnotations, trashIds } from '#storage/trash.ts';
import { give, machine, meet, waitingOn } from './carried-machines.ts';
import { annotation, article, freshName, id, saidBy, source } from './records.ts';
import { backups, stage, time } from './staging.ts';
import { TODAY, keep, both, note, edit, inTrash } from './two-machines.ts';

/** What the reader deletes, brings back, tags and brings in on one machine is so on the other. */

describe('trash', () => {
  it('what is deleted on one machine lies in the trash of both, and comes back on both from either', async () => {
    const [one, other] = await both();
    await deleteAnnotations(one, [id(1), id(2)], TODAY);
    await meet(one, other);
    expect(await inTrash(other)).toEqual([id(1), id(2)]);
    await restoreAnnotations(other, [id(2)]);
    await meet(one, other);
    expect([await note(one, 2), await inTrash(one)]).toEqual(['Mine.', [id(1)]]);
  });

  it('an edit that the deletion did not know of keeps the passage, and takes it out of the trash', async () => {
    const [one, other] = await both();
    await deleteAnnotations(one, [id(1)], TODAY);
    await edit(other, 1, (record, now) => withNote(record, 'Later.', now));
    await meet(one, other);
    expect([await note(one, 1), await inTrash(one), await inTrash(other)]).toEqual(['Later.', [], []]);
  });

  it('what is purged here can be brought back there, with its article and versions', async () => {
    const [one, other] = await both();
    await putVersions(one, [
      { annotation: id(1), seen: '2026-11-01T00:00:00.000Z', outcome: 'not-found', exact: null },
    ]);
    await deleteAnnotations(one, [1, 2, 3].map(id), TODAY);
    await meet(one, other);
    await purgeNow(one, await trashIds(one));
    await meet(one, other).catch(() => null);
    expect(await inTrash(other)).toEqual([1, 2, 3].map(id));
    expect(await getArticle(other, source)).not.toBeNull();
    await restoreAnnotations(other, [id(1)]);
    await meet(one, other);
    expect(await note(one, 1)).toBe('Mine.');
    expect((await listArticles(one, 9)).items).toHaveLength(1);
    expect(await versionsOf(one, [id(1)])).toHaveLength(1);
  });

  it('what is deleted is in no document any more, and is purged from the whole of both databases', async () => {
    const [one, other] = await both();
    await edit(one, 1, (record, now) => withNote(record, 'Unspeakable.', now));
    await meet(one, other);
    await deleteAnnotations(one, [id(1)], TODAY);
    await meet(one, other);
    for (const storage of [one, other]) {
      expect(
        JSON.stringify(
          await storage.read(['replica'], (transaction) => transaction.objectStore('replica').getAll()),
        ),
      ).not.toContain('Unspeakable');
      await purgeNow(storage, [id(1)]);
      await absorbJournal(storage, { replica: storage === one ? 'one' : 'other', now: TODAY });
      const stores = ['replica', 'journal', 'annotations', 'trash', 'changeItems'] as const;
      const all = await storage.read([...stores], (transaction) =>
        Promise.all(stores.map((store) => transaction.objectStore(store).getAll())),
      );
      expect(JSON.stringify(all)).not.toContain('Unspeakable');
    }
  });

  it('an article that nothing holds any more stays with the machine where something does', async () => {
    const [one, other] = [machine(), machine()];
    await keep(one, [1]);
    await meet(one, other);
    await deleteAnnotations(one, [id(1)], TODAY);
    await keep(one, [2]);
    await deleteAnnotations(one, [id(2)], TODAY);
    // Noted in the journal, and gone before that was read.
    await purgeNow(one, await trashIds(one));
    await keep(other, [3]);
    await give(other, 'other', await waitingOn(one, 'one'));
    expect(await getArticle(other, source)).not.toBeNull();
  });
});

describe('many at once', () => {
  it('tags, deletions and what is brought back are as many deeds on the other machine', async () => {
    const [one, other] = await both();
    const ids = [1, 2, 3].map(id);
    await tagAnnotations(one, { ids, add: ['new'], remove: ['kept'] }, TODAY);
    await meet(one, other);
    for (const number of [1, 2, 3])
      expect(tagsOf((await getAnnotation(other, id(number))) ?? annotation({ number }))).toEqual(['new']);
    await deleteAnnotations(other, ids, TODAY);
    await meet(one, other);
    expect(await inTrash(one)).toEqual(ids);
    await undo(other);
    await meet(one, other);
    expect(await note(one, 3)).toBe('Mine.');
    await redo(other);
    await meet(one, other);
    expect(await inTrash(one)).toEqual(ids);
  });

  it('a file that is brought in comes to the other machine, and goes when that is undone', async () => {
    const [one, other] = await both();
    const brought = { annotations: [annotation({ number: 7, note: 'Brought.' })], articles: [article()] };
    await commitImport(one, backups(), await stage(one, brought), time);
    await meet(one, other);
    expect(await note(other, 7)).toBe('Brought.');
    await undo(one);
    await meet(one, other);
    expect(await note(other, 7)).toBeNull();
  });

  it('all that there is is to be sent from the moment that sync begins', async () => {
    const one = createStorage({ name: freshName(), isJournalled: () => false });
    await keep(one, [1, 2]);
    await beginSync(one, { replica: 'one' });
    const count = await countWaiting(one);
    expect(count).toBe(5);
    expect(await absorbJournal(one, { replica: 'one', now: TODAY })).toBe(count);
  });

  it('thousands are made documents some at a time; stopped in the middle, it goes on', async () => {
    const one = createStorage({ name: freshName(), isJournalled: () => false });
    const annotations = Array.from({ length: 1_300 }, (_, number) =>
      annotation({ number, quotation: saidBy(`Person ${number}`) }),
    );
    await commitImport(one, backups(), await stage(one, { annotations, articles: [article()] }), time);
    const count = await noteEverything(one);
    let writes = 0;
    const stopping: Storage = {
      ...one,
      write: (stores, work, need) =>
        ++writes === 3 ? Promise.reject(new Error('stopped')) : one.write(stores, work, need),
    };
    await expect(absorbJournal(stopping, { replica: 'one', now: TODAY })).rejects.toThrow('stopped');
    expect(await countWaiting(one)).toBe(count);
    expect(await absorbJournal(one, { replica: 'one', now: TODAY })).toBe(count);
    expect(count).toBeGreaterThan(1_300);
    expect(await getSyncRecord(one, 'everything')).toBeUndefined();
    expect(new Set((await waitingDocuments(one, 10_000)).map(({ name }) => name)).size).toBe(count);
  });
});
