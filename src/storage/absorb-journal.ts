import { absorbChanges, type LocalChange } from '#core/sync/absorb-changes.ts';
import type { Writer } from '#core/sync/write-document.ts';
import type { Storage } from './database.ts';
import { nextOfAll } from './everything.ts';
import { filedUnder } from './journal.ts';
import { JOINED_STORES, joiningIn } from './joining-store.ts';
import type { JournalRecord, Transaction } from './schema.ts';

/** So many records are made documents in one transaction: a save has not long to wait, and little waits in memory. */
const STEP = 500;

/** Makes documents of what the reader has changed since the last time, some at a time. Answers how many wait to be sent. */
export async function absorbJournal(storage: Storage, writer: Writer): Promise<number> {
  await absorbAll(storage, writer);
  return storage.read(['replica'], (transaction) =>
    transaction.objectStore('replica').index('waiting').count(),
  );
}

/** The same, and nothing more. Stopped anywhere, it goes on the next time. */
export async function absorbAll(storage: Storage, writer: Writer): Promise<void> {
  let isMore = true;
  while (isMore)
    isMore = await storage.write(JOINED_STORES, (transaction) => absorbSome(transaction, writer));
}

/** Absorbs the next few, in a transaction over JOINED_STORES. Answers whether there may be more. */
export async function absorbSome(transaction: Transaction<'readwrite'>, writer: Writer): Promise<boolean> {
  const { store, ahead, settle } = joiningIn(transaction);
  const noted = await nextNoted(transaction);
  const walk = noted.length > 0 ? null : await nextOfAll(transaction, STEP);
  const changes: readonly LocalChange[] = walk ?? noted.flatMap(changeIn);
  if (noted.length === 0 && walk === null) return false;
  ahead(changes);
  await absorbChanges(store, changes, writer);
  await settle();
  const journal = transaction.objectStore('journal');
  await Promise.all(noted.map(({ name }) => journal.delete(name)));
  return (
    walk !== null || noted.length === STEP || (await journal.count()) > 0 || (await isWalking(transaction))
  );
}

/** What the journal has, people first. */
async function nextNoted(transaction: Transaction<'readwrite'>): Promise<readonly JournalRecord[]> {
  const journal = transaction.objectStore('journal');
  const people = await journal.getAll(IDBKeyRange.bound('["people",', '["people"-', false, true), STEP);
  return people.length > 0 ? people : journal.getAll(null, STEP);
}

/** What a row of the journal says; of one that a disk has spoilt, what it was filed under. */
function changeIn({ name, change }: JournalRecord): readonly LocalChange[] {
  const filed = filedUnder(name);
  if (filed === null) return [];
  const { into, isGone } = (change ?? {}) as Partial<Readonly<Record<keyof LocalChange, unknown>>>;
  const gone = isGone === true ? ({ isGone: true } as const) : {};
  return [{ ...filed, ...gone, ...(typeof into === 'string' ? { into } : {}) }];
}

async function isWalking(transaction: Transaction<'readwrite'>): Promise<boolean> {
  return (await transaction.objectStore('sync').getKey('everything')) !== undefined;
}
