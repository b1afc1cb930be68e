import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { withNote } from '#core/annotation-edit.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { getArticle } from '#storage/articles.ts';
import { makeBackup, partsOf } from '#storage/backups.ts';
import { createStorage } from '#storage/database.ts';
import { noteEverything } from '#storage/everything.ts';
import { notePerson, peopleAt, personOf } from '#storage/people.ts';
import { purgeNow } from '#storage/purge.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { setAside } from '#storage/set-aside.ts';
import { getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { wipeLibrary } from '#storage/wipe-library.ts';
import { give, meet, waitingOn } from './carried-machines.ts';
import { annotation, freshName, id, source } from './records.ts';
import { backups, everything } from './staging.ts';
import { TODAY, keep, both, note, edit, inTrash } from './two-machines.ts';

/** What is no deed of the reader's stays on the machine where it happened; what sync knows is in no file. */

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
