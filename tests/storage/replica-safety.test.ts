import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withNote, withStyle } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { noteEverything } from '#storage/everything.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { putVersions, versionsOf } from '#storage/article-details.ts';
import { makeBackup, partsOf } from '#storage/backups.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import { notePerson, peopleAt, personOf } from '#storage/people.ts';
import { purgeNow } from '#storage/purge.ts';
import { waitingDocuments } from '#storage/replica-records.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { setAside } from '#storage/set-aside.ts';
import { beginSync, countWaiting, getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import { deleteAnnotations, listTrash, restoreAnnotations, trashIds } from '#storage/trash.ts';
import { wipeLibrary } from '#storage/wipe-library.ts';
import { give, machine, meet, waitingOn } from './carried-machines.ts';
import { annotation, article, freshName, id, saidBy, source } from './records.ts';
import { backups, everything, stage, time } from './staging.ts';

/** What is a deed of the reader's is one on all machines; what is none stays on the machine where it happened. */

const TODAY = Date.UTC(2026, 10, 23);

async function keep(storage: Storage, numbers: readonly number[], note = ''): Promise<void> {
  for (const number of numbers)
    await putAnnotation(storage, {
      annotation: annotation({ number, note, tags: ['kept'], quotation: saidBy('Ana Ortiz') }),
      article: article(),
    });
}

/** Two machines with passages 1 to 3. */
async function both(): Promise<readonly [Storage, Storage]> {
  const [one, other] = [machine(), machine()];
  await keep(one, [1, 2, 3], 'Mine.');
  await meet(one, other);
  return [one, other];
}

const note = async (storage: Storage, number: number): Promise<string | null> => {
  const record = await getAnnotation(storage, id(number));
  return record && noteOf(record);
};
const edit = async (
  storage: Storage,
  number: number,
  change: (one: Annotation, now: string) => Annotation,
) => {
  const record = await getAnnotation(storage, id(number));
  if (record === null) throw new Error('it is gone');
  const next = change(record, new Date(Date.parse(record.modified) + 60_000).toISOString());
  await putAnnotation(storage, { annotation: next, article: article(), base: record.modified }, TODAY);
};
const inTrash = async (storage: Storage): Promise<readonly string[]> =>
  (await listTrash(storage, 100)).items.map((item) => item.annotation.id).toSorted();

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

describe('a clock that is hours behind', () => {
  it('leaves an editor that is open its words: what is taken out does not come back', async () => {
    const [one, other] = await both();
    await putAnnotation(
      one,
      {
        annotation: withNote(annotation({ number: 1 }), 'From a fast clock.', '2026-11-23T14:00:00.000Z'),
        article: article(),
      },
      TODAY,
    );
    await meet(one, other);
    let record = (await getAnnotation(other, id(1))) ?? annotation({ number: 1 });
    const words = ['One two three four.', 'One three four.', 'One four.', 'Four.'];
    for (const [at, text] of words.entries()) {
      const typed = withNote(record, text, new Date(Date.UTC(2026, 10, 23, 12, 0, at)).toISOString());
      record = await putAnnotation(
        other,
        { annotation: typed, article: article(), base: record.modified },
        TODAY,
      );
      // A run in the middle of it.
      await absorbJournal(other, { replica: 'other', now: TODAY });
    }
    await meet(one, other);
    expect(await note(one, 1)).toBe('Four.');
  });
});

describe('undo', () => {
  it('takes back what was done here, and not what another machine has written since', async () => {
    const [one, other] = await both();
    await tagAnnotations(one, { ids: [id(1)], add: ['mine'], remove: [] }, TODAY);
    await meet(one, other);
    await edit(other, 1, (record, now) => withStyle(withNote(record, 'Theirs.', now), 'wave', now));
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    const after = await getAnnotation(other, id(1));
    expect(after).toMatchObject({ target: { styleClass: 'wave' } });
    expect(after && [noteOf(after), tagsOf(after)]).toEqual(['Theirs.', ['kept']]);
    await redo(one);
    await meet(one, other);
    const again = await getAnnotation(other, id(1));
    expect(again && [noteOf(again), tagsOf(again)]).toEqual(['Theirs.', ['kept', 'mine']]);
  });

  it('of a note leaves what another machine has written beside it', async () => {
    const [one, other] = await both();
    await edit(one, 1, (record, now) => withNote(record, 'Here.', now));
    await edit(other, 1, (record, now) => withNote(record, 'There.', now));
    await meet(one, other);
    expect(await note(one, 1)).toContain('There.');
    await undo(one);
    await meet(one, other);
    expect(await note(other, 1)).toContain('There.');
    expect(await note(other, 1)).not.toContain('Here.');
  });

  it('of the first saving leaves what another machine has written on it; what is deleted there stays deleted', async () => {
    const [one, other] = await both();
    await keep(one, [4], 'New.');
    await meet(one, other);
    await edit(other, 4, (record, now) => withNote(record, 'Theirs.', now));
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    expect(await note(other, 4)).toBe('Theirs.');
    await edit(one, 4, (record, now) => withNote(record, 'Mine again.', now));
    await meet(one, other);
    await deleteAnnotations(other, [id(4)], TODAY);
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    expect([await note(one, 4), await inTrash(one)]).toEqual([null, [id(4)]]);
  });

  it('of words that are typed on does not take what came in between', async () => {
    const [one, other] = await both();
    await edit(one, 1, (record, now) => withNote(record, 'One', now));
    await meet(one, other);
    await edit(other, 1, (record, now) => withStyle(withNote(record, 'One\nTheirs', now), 'wave', now));
    await meet(one, other);
    await edit(one, 1, (record, now) => withNote(record, `${noteOf(record)}\nTwo`, now));
    await undo(one);
    await meet(one, other);
    expect(await note(other, 1)).toContain('Theirs');
  });
});

describe('backups', () => {
  it('what a restored backup throws out is deleted on the other machine, lies in its trash, and does not come back', async () => {
    const [one, other] = await both();
    const kept = backups();
    const { id: backup } = await makeBackup(one, kept, TODAY);
    await keep(one, [4, 5], 'Newer.');
    await edit(one, 1, (record, now) => withNote(record, 'Changed.', now));
    await meet(one, other);
    await restoreBackup(one, kept, { id: backup, mode: 'replace' }, TODAY);
    await meet(one, other);
    expect(await note(other, 1)).toBe('Mine.');
    expect(await inTrash(other)).toEqual([id(4), id(5)]);
    await meet(one, other);
    expect(await note(one, 4)).toBeNull();
  });

  it('what a backup adds comes to the other machine, and nothing else changes there', async () => {
    const [one, other] = await both();
    const kept = backups();
    const { id: backup } = await makeBackup(one, kept, TODAY);
    await deleteAnnotations(one, [id(1)], TODAY);
    await purgeNow(one, [id(1)]);
    await keep(one, [4], 'Newer.');
    await meet(one, other);
    await restoreBackup(one, kept, { id: backup, mode: 'add' }, TODAY);
    await meet(one, other);
    expect([await note(other, 1), await note(other, 4)]).toEqual(['Mine.', 'Newer.']);
    expect(await inTrash(other)).toEqual([]);
  });

  it('and exports hold nothing of what sync knows', async () => {
    const [one] = await both();
    const secret = 'SECRET-OF-THE-SERVER';
    await putSyncRecord(one, 'server', {
      database: `https://${secret}.example/notes`,
      name: secret,
      password: secret,
    });
    await putSyncRecord(one, 'keys', secret);
    await putSyncRecord(one, 'replica', secret);
    await edit(one, 1, (record, now) => withNote(record, 'Journalled.', now));
    const kept = backups();
    const { id: backup } = await makeBackup(one, kept, TODAY);
    const stores = new Set<string>();
    let words = JSON.stringify(await everything(one));
    for await (const part of partsOf(kept, backup, () => {})) {
      stores.add(part.store);
      words += JSON.stringify(part);
    }
    for (const store of ['sync', 'journal', 'replica']) expect([...stores]).not.toContain(store);
    expect(words).toContain('Journalled.');
    for (const word of [secret, '"isGone"', '"writes"', '"waiting"']) expect(words).not.toContain(word);
  });
});

describe('what is no deed of the reader', () => {
  it('wiping this library deletes nothing elsewhere, and leaves nothing to be sent', async () => {
    const [one, other] = await both();
    await putSyncRecord(one, 'server', { database: 'https://couch.example/notes' });
    await wipeLibrary(one, null);
    expect(await getSyncRecord(one, 'server')).toBeUndefined();
    const documents = await waitingOn(one, 'one');
    expect(documents).toEqual([]);
    expect(await note(other, 1)).toBe('Mine.');
    // Set up anew it gets all back.
    await noteEverything(other);
    await absorbJournal(other, { replica: 'other', now: TODAY });
    const all = await other.read(['replica'], (transaction) => transaction.objectStore('replica').getAll());
    await give(
      one,
      'one',
      all.map(({ document }) => document),
    );
    expect(await note(one, 1)).toBe('Mine.');
  });

  it('a record that a disk has spoilt is put aside here, stays there, and stands here again', async () => {
    const [one, other] = await both();
    const person = (await personOf(one, source, 'ana ortiz'))?.person;
    await notePerson(one, person?.id ?? '', 'Precious.', person?.modified ?? '', TODAY, (mine) => mine);
    await meet(one, other);
    // Noted in the journal, and spoilt before that is read.
    await edit(one, 1, (record, now) => withNote(record, 'Lost here.', now));
    const spoilt = [
      ['annotations', { id: id(1), target: { source }, body: 'spoilt' }],
      ['people', { id: person?.id, name: 7 }],
      ['articles', { source, title: 7 }],
    ] as const;
    for (const [store, record] of spoilt)
      await one.write([store], (transaction) => transaction.objectStore(store).put(record as never));
    const documents = await one.read(['documents'], (transaction) =>
      transaction.objectStore('documents').getAll(),
    );
    const number = documents.find(({ key }) => key === id(1))?.number ?? -1;
    const rows = [
      { store: 'people', key: person?.id ?? '' },
      { store: 'documents', key: number },
      { store: 'articles', key: source },
    ] as const;
    expect(await setAside(one, rows, TODAY)).toBe(3);
    await meet(one, other);
    expect((await peopleAt(one, [person?.id ?? '']))[0]?.person.note).toBe('Precious.');
    expect((await getArticle(other, source))?.title).toBe('A long story');
    // As it was last sent: what was written since lies aside.
    expect([await note(one, 1), await note(other, 1)]).toEqual(['Mine.', 'Mine.']);
    expect(await inTrash(other)).toEqual([]);
  });

  it('a library of a newer version is only read: nothing is noted, and nothing fails that reads', async () => {
    const name = freshName();
    const request = indexedDB.open(name, 99);
    await new Promise<void>((resolve) => {
      request.onupgradeneeded = () => {
        request.result
          .createObjectStore('annotations', { keyPath: 'id' })
          .put(annotation({ number: 1, note: 'Newer.' }));
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const storage = createStorage({ name, isJournalled: () => true });
    expect(await note(storage, 1)).toBe('Newer.');
    await expect(keep(storage, [2])).rejects.toMatchObject({ reason: 'newer-version' });
    await expect(absorbJournal(storage, { replica: 'one', now: TODAY })).rejects.toMatchObject({
      reason: 'newer-version',
    });
    expect(await note(storage, 1)).toBe('Newer.');
  });
});
