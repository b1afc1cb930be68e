import { expect } from 'vitest';
import type { SyncDocument } from '#core/sync/sync-document.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { noteSent, takeIntoStorage, waitingDocuments } from '#storage/replica-records.ts';
import { freshName } from './records.ts';

/** Machines with real stores, whose documents are carried from one to the other by hand. */

export const machine = (): Storage => createStorage({ name: freshName(), isJournalled: () => true });

/** What a machine has to say. */
export async function waitingOn(storage: Storage, name: string): Promise<readonly SyncDocument[]> {
  await absorbJournal(storage, { replica: name, now: Date.now() });
  return (await waitingDocuments(storage, 10_000)).map(({ document }) => document);
}

export async function give(
  storage: Storage,
  name: string,
  documents: readonly SyncDocument[],
): Promise<number> {
  const came = documents.map((document) => ({ document, leaf: `1-${'a'.repeat(32)}` }));
  return takeIntoStorage(storage, came, { replica: name, now: Date.now() }, () => {});
}

/** Each takes what the other has to say, until both have one notebook. */
export async function meet(one: Storage, other: Storage): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const [from, to, names] of [
      [one, other, ['one', 'other']],
      [other, one, ['other', 'one']],
    ] as const) {
      const documents = await waitingOn(from, names[0]);
      await give(to, names[1], documents);
      await noteSent(
        from,
        documents.map((document) => ({ document, next: `1-${'a'.repeat(32)}` })),
      );
    }
  expect(await recordsOn(other)).toEqual(await recordsOn(one));
}

/** The reader's records, and what is counted of them. */
async function recordsOn(storage: Storage): Promise<unknown> {
  await flushIndex(storage);
  const stores = [
    'annotations',
    'people',
    'appearances',
    'articles',
    'decisions',
    'tallies',
    'held',
  ] as const;
  return storage.read([...stores], async (transaction) =>
    Object.fromEntries(
      await Promise.all(
        stores.map(async (store) => [store, await transaction.objectStore(store).getAll()] as const),
      ),
    ),
  );
}
