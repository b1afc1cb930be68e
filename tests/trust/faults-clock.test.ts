import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isClockBelieved } from '#background/clock-jumps.ts';
import { noteOf, withNote } from '#core/annotation-edit.ts';
import { daysLeft } from '#library/days-left.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { backUpDaily, listBackups, makeBackup, partsOf } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { historyState, listChanges, pruneHistory, redo, undo } from '#storage/history.ts';
import { purgeTrash } from '#storage/purge.ts';
import { restoreBackup } from '#storage/restore-backup.ts';
import { deleteAnnotations, KEPT, listTrash } from '#storage/trash.ts';
import { annotation, article, freshName, freshStorage, id } from '#tests/storage/records.ts';
import { areas } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-01-20T10:00:00Z');
/** What a clock says whose battery has run out, and one of which the year was mistyped. */
const behind = Date.parse('2015-01-01T00:00:00Z');
const ahead = Date.parse('2036-01-20T10:00:00Z');

const put = (storage: Storage, number: number, time: number, note = ''): Promise<unknown> =>
  putAnnotation(storage, { annotation: annotation({ number, note }), article: article() }, time);
const thrown = async (storage: Storage): Promise<readonly string[]> =>
  (await listTrash(storage, 9)).items.map((item) => item.annotation.id);

describe('A clock that is set back or ahead loses nothing: the trash', () => {
  it('keeps for 30 days what was deleted while the clock was years behind', async () => {
    const storage = freshStorage();
    await put(storage, 1, now);
    await deleteAnnotations(storage, [id(1)], behind);
    expect(await purgeTrash(storage, now + day)).toBe(0);
    expect(await thrown(storage)).toEqual([id(1)]);
    expect(await purgeTrash(storage, now + KEPT + day)).toBe(1);
  });

  it('and what a backup that takes the library’s place has thrown there', async () => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    await put(storage, 1, now);
    const { id: backup } = await makeBackup(storage, backups, now);
    await put(storage, 2, now + 1);
    await restoreBackup(storage, backups, { id: backup, mode: 'replace' }, behind);
    expect(await thrown(storage)).toEqual([id(2)]);
    expect(await purgeTrash(storage, now + day)).toBe(0);
    expect(await thrown(storage)).toEqual([id(2)]);
  });

  it('gives what was deleted while it was ahead 30 days, and no more', async () => {
    const storage = freshStorage();
    await put(storage, 1, now);
    await deleteAnnotations(storage, [id(1)], ahead);
    expect(await purgeTrash(storage, now)).toBe(0);
    const [item] = (await listTrash(storage, 1)).items;
    expect(daysLeft(item?.deleted ?? '', now)).toBe(30);
    expect(await purgeTrash(storage, now + KEPT + 1)).toBe(1);
  });

  it('is not emptied by a clock that has jumped: it is believed the time after', async () => {
    areas.local.clear();
    expect(await isClockBelieved(now)).toBe(false);
    expect(await isClockBelieved(now + day)).toBe(true);
    expect(await isClockBelieved(ahead)).toBe(false);
    // Set right again: it has gone back, and goes on from there.
    expect(await isClockBelieved(now + 2 * day)).toBe(false);
    expect(await isClockBelieved(now + 3 * day)).toBe(true);
    expect(await isClockBelieved(behind)).toBe(false);
  });

  it('is emptied in the end also where the browser is opened every few weeks', async () => {
    areas.local.clear();
    const believed: boolean[] = [];
    for (let week = 0; week < 18; week += 3) believed.push(await isClockBelieved(now + week * 7 * day));
    expect(believed.filter(Boolean).length).toBeGreaterThan(1);
  });

  it.each([['text'], [{ at: 'x', isAhead: 1 }], [null], [[]]])(
    'what is noted of the clock may be %j',
    async (stored) => {
      areas.local.set('clockSeen', stored);
      expect(await isClockBelieved(now)).toBe(false);
      expect(await isClockBelieved(now + day)).toBe(true);
    },
  );
});

describe('A clock that is set back or ahead loses nothing: undo', () => {
  let storage: Storage;
  beforeEach(() => {
    storage = freshStorage();
  });

  it('takes back what was done last, whatever the clock has said', async () => {
    await put(storage, 1, now);
    await put(storage, 2, behind);
    await put(storage, 3, ahead);
    await put(storage, 4, now + 1);
    for (const number of [4, 3, 2, 1]) {
      expect((await undo(storage))?.about).toBe(id(number));
      expect(await getAnnotation(storage, id(number))).toBeNull();
    }
    for (const number of [1, 2, 3, 4]) expect((await redo(storage))?.about).toBe(id(number));
  });

  it('takes an edit after the clock was set back as one of its own', async () => {
    await put(storage, 1, now);
    for (const [note, time] of [
      ['first', now + day],
      ['second', now],
      ['third', now + 1_000],
    ] as const) {
      const record = withNote(annotation({ number: 1 }), note, new Date(time).toISOString());
      await putAnnotation(storage, { annotation: record, article: article() }, time);
    }
    // What is typed on within seconds is one change with what was typed before, and not with the first.
    expect(await listChanges(storage, 9)).toHaveLength(3);
    await undo(storage);
    const kept = await getAnnotation(storage, id(1));
    expect(kept === null ? null : noteOf(kept)).toBe('first');
  });

  it('forgets no change for a time at which it cannot have been made', async () => {
    await put(storage, 1, now);
    await put(storage, 2, behind);
    await put(storage, 3, now + 1);
    expect(await pruneHistory(storage, now + day)).toBe(0);
    expect((await historyState(storage)).undo?.about).toBe(id(3));
    expect(await pruneHistory(storage, now + KEPT + day)).toBe(2);
  });
});

describe('A clock that is set back or ahead loses nothing: backups', () => {
  it('are made though the last is of the future, and not anew each hour', async () => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    await put(storage, 1, now);
    expect(await backUpDaily(storage, backups, ahead)).not.toBeNull();
    await put(storage, 2, now);
    expect(await backUpDaily(storage, backups, now)).not.toBeNull();
    await put(storage, 3, now);
    expect(await backUpDaily(storage, backups, now + 1)).toBeNull();
  });

  it('go in the order in which they were made: the oldest first', async () => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    await put(storage, 1, now);
    const times = [now, ahead, behind, now + day, behind + day, ahead + day, now + 2 * day, now + 3 * day];
    for (const time of times) await makeBackup(storage, backups, time);
    const kept = (await listBackups(backups)).map(({ at }) => Date.parse(at));
    expect(kept).toEqual(times.slice(1).toReversed());
  });

  it('are not called whole when the clock has jumped while they were written, nor when two are made at once', async () => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    for (let number = 1; number < 9; number++) await put(storage, number, now);
    const made = await Promise.allSettled([
      makeBackup(storage, backups, now),
      makeBackup(storage, backups, ahead),
      makeBackup(storage, backups, now),
    ]);
    expect(made.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const backup of await listBackups(backups)) {
      let [damaged, passages] = [0, 0];
      for await (const part of partsOf(backups, backup.id, () => damaged++))
        if (part.store === 'annotations') passages += part.records.length;
      expect({ damaged, passages }).toEqual({ damaged: 0, passages: 8 });
    }
  });
});
