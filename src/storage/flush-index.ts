import type { Storage } from './database.ts';
import { flushBlock } from './flush-block.ts';
import { isPersonKey, lookAgain } from './index-keys.ts';
import { countDocuments, INDEX_STORES, settled, workOf, writeTerms } from './posting-work.ts';
import type { DocumentRecord, Transaction } from './schema.ts';
import { soundDocument } from './sound-records.ts';
import { countRow } from './totals.ts';

/** How many documents one transaction takes: few, so that a save has not long to wait. */
const STEP = 64;
/** The endings of so many words are remembered as written. */
const ENDINGS = 50_000;

/** By storage: the writing that is under way. Two at once would only wait for each other. */
const running = new WeakMap<Storage, Promise<void>>();

/**
 * Writes what waits into the postings, step by step, each a transaction of its own: killed at any moment, it goes on the next time. Where
 * that is under way already, it is waited for.
 * @param step how many the first transaction takes; where as many wait, the rest goes block by block (flush-block.ts).
 */
export function flushIndex(storage: Storage, step?: number): Promise<void> {
  const present = running.get(storage);
  if (present !== undefined) return present;
  const started = flushAll(storage, step).finally(() => running.delete(storage));
  running.set(storage, started);
  return started;
}

/** Has what waits be written without anybody's waiting for it. A failure is met by who tries next. */
export function catchUp(storage: Storage): void {
  if (running.has(storage)) return;
  const work = flushIndex(storage);
  storage.onBacklog(work);
  work.catch(() => null);
}

async function flushAll(storage: Storage, step = STEP): Promise<void> {
  const taken = await storage.write(INDEX_STORES, (transaction) => flushStep(transaction, step));
  if (taken < step) return;
  // More than a few seconds' saves.
  const endings = new Set<string>();
  while (await flushBlock(storage, endings)) if (endings.size > ENDINGS) endings.clear();
}

/** Writes the first that wait, all in one transaction. Answers how many. */
async function flushStep(transaction: Transaction<'readwrite'>, most: number): Promise<number> {
  const stored = await transaction.objectStore('documents').index('pending').getAll(1, most);
  const waiting = stored.map(soundDocument);
  const stale = waiting.filter((document) => document.stale === 1);
  const documents = [
    ...waiting.filter((document) => document.stale !== 1),
    ...(await lookAgain(transaction, stale)),
  ];
  await writeTerms(transaction, [...workOf(documents)], () => false, new Set());
  await countDocuments(transaction, documents);
  await Promise.all(documents.map((document) => settle(transaction, document)));
  countSettled(transaction, waiting, documents);
  return waiting.length;
}

async function settle(transaction: Transaction<'readwrite'>, document: DocumentRecord): Promise<void> {
  const store = transaction.objectStore('documents');
  const next = settled(document);
  if (next === undefined) await store.delete(document.number ?? -1);
  else await store.put(next);
}

/** Notes what settling makes of the lists. What was looked at of people was noted when it was written. */
function countSettled(
  transaction: Transaction<'readwrite'>,
  waiting: readonly DocumentRecord[],
  documents: readonly DocumentRecord[],
): void {
  const stood = new Map(waiting.map((document) => [document.number, document]));
  for (const document of documents) {
    const before = isPersonKey(document.key) ? document : stood.get(document.number);
    countRow(transaction, 'documents', before, settled(document));
  }
}
