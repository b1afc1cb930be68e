import { parsePersonRecord } from '#core/person-record.ts';
import type { Storage } from './database.ts';
import { recordChange, type Recorder } from './record-change.ts';
import { StorageError } from './storage-error.ts';

/** Of so many people it is remembered that they are somebody else. */
const MOST = 1_000;

/**
 * The reader says that these two, who are called the same, are two people: nobody asks again. Rejects with `not-found` when one is gone.
 * `now` in ms since 1970.
 */
export function tellApart(storage: Storage, id: string, other: string, now: number): Promise<void> {
  return recordChange(storage, { action: 'decide', about: id, now }, async (recorder) => {
    const people = recorder.transaction.objectStore('people');
    const both = await Promise.all([id, other].map((one) => people.getKey(one)));
    if (both.includes(undefined)) throw new StorageError('not-found');
    await setApart(recorder, id, other);
    await setApart(recorder, other, id);
  });
}

/**
 * Notes on one side that somebody is somebody else. `modified` stays: it tells whether the note was written by another window, and this
 * is no note.
 */
export async function setApart(recorder: Recorder, id: string, other: string): Promise<void> {
  const person = parsePersonRecord(await recorder.transaction.objectStore('people').get(id));
  if (person === null) throw new StorageError('not-found');
  if (person.apart.includes(other)) return;
  await recorder.put('people', { ...person, apart: [...person.apart, other].slice(-MOST) });
}
