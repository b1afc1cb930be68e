import type { SearchDocument } from '#core/search/search-document.ts';
import type { Storage } from './database.ts';
import { isPersonKey, lookAgain } from './index-keys.ts';
import {
  BLOCK,
  countDocuments,
  INDEX_STORES,
  isGone,
  settled,
  type Work,
  workOf,
  writeTerms,
} from './posting-work.ts';
import type { DocumentRecord, Transaction } from './schema.ts';
import { soundDocument, soundOrNone } from './sound-records.ts';
import { countRow } from './totals.ts';

/** So many documents are looked at, or settled, in one transaction, and so many terms written: a save or a search has not long to wait. */
const DOCUMENTS = 256;
const TERMS = 1_000;
/** With more text than this, in UTF-16 units, a block is written in parts: all of it is held in memory. */
const TEXT = 8_000_000;

/**
 * Writes the documents of one block that wait into the postings. A term's postings of a block are one record, so a whole block at once
 * writes each of them once; and since one transaction for all of it would hold up whatever else is asked for, it goes in three: first each
 * document notes what the postings may hold of it from now on, then the terms are written, which nobody sees while their documents wait,
 * then the documents are settled. Killed in between, they wait still, and what was written of them is written over or taken out.
 * @param endings words whose endings are written, to which those of this block are added
 * @returns whether others may be written: not, when none waited, or when all have changed meanwhile
 */
export async function flushBlock(storage: Storage, endings: Set<string>): Promise<boolean> {
  const first = await storage.read(['documents'], (transaction) =>
    transaction.objectStore('documents').index('pending').getKey(1),
  );
  if (first === undefined) return false;
  const end = (Math.floor(first / BLOCK) + 1) * BLOCK;
  const documents: DocumentRecord[] = [];
  const work: Work = new Map();
  let text = 0;
  for (let from: number | null = first; from !== null && text < TEXT;) {
    const range: IDBKeyRange = IDBKeyRange.bound(from, end, false, true);
    const part: Prepared = await storage.write(INDEX_STORES, (transaction) => prepare(transaction, range));
    for (const document of part.documents) {
      documents.push(document);
      text += document.words.length;
    }
    // A part at a time: all of a block at once would hold the thread.
    workOf(part.documents, work);
    from = part.next;
  }
  const isFresh = await isFirst(storage, documents, first, end);
  const terms = [...work];
  for (let at = 0; at < terms.length; at += TERMS) {
    const some = terms.slice(at, at + TERMS);
    const words = await storage.write(['postings', 'endings'], (transaction) =>
      writeTerms(transaction, some, () => isFresh, endings),
    );
    // Only what a completed transaction has written is known to be there.
    for (const word of words) endings.add(word);
  }
  let done = 0;
  for (let at = 0; at < documents.length; at += DOCUMENTS) {
    const some = documents.slice(at, at + DOCUMENTS);
    done += await storage.write(['documents', 'indexState'], (transaction) => settle(transaction, some));
  }
  return done > 0 || documents.length === 0;
}

interface Prepared {
  /** As they should be, with what the postings held of them before. */
  readonly documents: readonly DocumentRecord[];
  /** The number from which on others may wait; null for none. */
  readonly next: number | null;
}

async function prepare(transaction: Transaction<'readwrite'>, range: IDBKeyRange): Promise<Prepared> {
  const store = transaction.objectStore('documents');
  const stored = (await store.getAll(range, DOCUMENTS)).map(soundDocument);
  const waiting = stored.filter(({ pending }) => pending === 1);
  const looked = await lookAgain(
    transaction,
    waiting.filter(({ stale }) => stale === 1),
  );
  const documents = [...waiting.filter(({ stale }) => stale !== 1), ...looked];
  const stood = new Map(waiting.map((document) => [document.number, document]));
  const known = new Set(looked.filter(({ key }) => isPersonKey(key)).map(({ number }) => number));
  const kept: DocumentRecord[] = [];
  const writes: Promise<unknown>[] = [];
  for (const document of documents) {
    const { number = -1, before } = document;
    const isNothing = isGone(document) && before === undefined;
    const next = isNothing ? undefined : { ...document, pending: 1 as const, before: both(before, document) };
    writes.push(next === undefined ? store.delete(number) : store.put(next));
    if (next !== undefined) kept.push(document);
    // What was looked at of people was noted when it was written.
    countRow(transaction, 'documents', known.has(number) ? document : stood.get(number), next);
  }
  await Promise.all(writes);
  const last = stored.at(-1)?.number ?? -1;
  return { documents: kept, next: stored.length < DOCUMENTS ? null : last + 1 };
}

/** All that the postings may hold of a document while it is written. */
function both(before: SearchDocument | undefined, { words, filters }: SearchDocument): SearchDocument {
  if (before === undefined) return { words, filters };
  return { words: `${before.words}  ${words}`, filters: [...new Set([...before.filters, ...filters])] };
}

/** Whether nothing of a block can stand in the postings yet: all of its documents are written for the first time. */
function isFirst(
  storage: Storage,
  documents: readonly DocumentRecord[],
  from: number,
  end: number,
): Promise<boolean> {
  const numbers = new Set(documents.map(({ number }) => number));
  return storage.read(['documents'], async (transaction) => {
    const block = IDBKeyRange.bound(Math.floor(from / BLOCK) * BLOCK, end, false, true);
    const there = await transaction.objectStore('documents').getAllKeys(block);
    return documents.every(({ before }) => before === undefined) && there.every((one) => numbers.has(one));
  });
}

/** Takes the documents out of those that wait, and answers how many: but for one that has changed meanwhile: what the postings hold of it is noted with it. */
async function settle(
  transaction: Transaction<'readwrite'>,
  documents: readonly DocumentRecord[],
): Promise<number> {
  const store = transaction.objectStore('documents');
  const now = await Promise.all(documents.map(({ number = -1 }) => store.get(number)));
  const done: DocumentRecord[] = [];
  const writes: Promise<unknown>[] = [];
  for (const [at, document] of documents.entries()) {
    const present = soundOrNone(now[at]);
    if (present === undefined || !isSame(present, document)) continue;
    const next = settled(present);
    writes.push(next === undefined ? store.delete(document.number ?? -1) : store.put(next));
    countRow(transaction, 'documents', present, next);
    done.push(document);
  }
  await Promise.all(writes);
  await countDocuments(transaction, done);
  return done.length;
}

function isSame(present: DocumentRecord, { words, filters }: DocumentRecord): boolean {
  const isWaiting = present.pending === 1 && present.stale !== 1;
  return isWaiting && present.words === words && present.filters.join('\n') === filters.join('\n');
}
