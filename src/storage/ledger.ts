import { parseAnnotation, quotationParser } from '#core/annotation-guard.ts';
import { decidedQuotation } from '#core/decided-quotation.ts';
import { nameDecisions } from '#core/name-decisions.ts';
import type { Storage } from './database.ts';
import { libraryPage } from './library-page.ts';
import type { LedgerEntry } from '#core/ledger-entry.ts';
import type { Transaction } from './schema.ts';
import { addRows, countRow } from './totals.ts';

/** So many quotations of one article are kept: a page that never ends, such as a live report, must not fill the ledger by itself. */
export const PER_ARTICLE = 1_000;

/** The id of an article's quotation: article and words, so that the same one is kept once. */
export function ledgerId(source: string, exact: string): string {
  return JSON.stringify([source, exact.slice(0, 500)]);
}

/** All ids of an article's quotations. */
function idsOf(source: string): IDBKeyRange {
  const beginning = JSON.stringify([source]).slice(0, -1);
  return IDBKeyRange.bound(`${beginning},`, `${beginning},\uffff`);
}

/** Keeps detected quotations, at most `PER_ARTICLE` of an article; one that is there already stays as it was first seen. Answers how many were new. */
export function addToLedger(storage: Storage, records: readonly LedgerEntry[]): Promise<number> {
  return storage.write(['ledger'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    const held = new Map<string, number>();
    let count = 0;
    for (const record of records) {
      const { id, source } = record;
      const others = held.get(source) ?? (await store.count(idsOf(source)));
      const isNew = others < PER_ARTICLE && (await store.getKey(id)) === undefined;
      held.set(source, others + (isNew ? 1 : 0));
      if (!isNew) continue;
      await store.put(record);
      countRow(transaction, 'ledger', undefined, record);
      count++;
    }
    return count;
  });
}

/**
 * Quotations of the ledger, the last seen first, and how many there are. They are stored as they were detected; what the reader has
 * said of them since, or before, is read with them, so that it reaches old ones, too, and is gone when it is taken back.
 */
export function listLedger(
  storage: Storage,
  limit: number,
  offset = 0,
): Promise<{ readonly items: readonly LedgerEntry[]; readonly total: number }> {
  return storage.read(['ledger', 'annotations', 'decisions', 'totals'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    const index = store.index('seen');
    const list = { list: 'ledger', store: 'ledger', name: 'seen', index, way: 'prev' } as const;
    const { keys, total } = await libraryPage(transaction, storage.places, { ...list, offset, limit });
    const read = await Promise.all(keys.map((id) => store.get(id)));
    const whole = read.filter((record) => record !== undefined).filter(isWholeEntry);
    const broken = keys.filter((_id, at) => !isWholeEntry(read[at]));
    if (broken.length > 0) storage.onBroken(broken.map((key) => ({ store: 'ledger', key })));
    return { items: await decided(transaction, whole), total };
  });
}

/** Whether an entry can be read: a disk can hold anything. */
export function isWholeEntry(record: LedgerEntry | undefined): boolean {
  if (record === undefined) return false;
  const { id, source, title, exact, start, seen, quotation } = record;
  const texts: readonly unknown[] = [id, source, title, exact, seen];
  return (
    texts.every((text) => typeof text === 'string') &&
    Number.isSafeInteger(start) &&
    quotationParser(quotation).ok
  );
}

/** The same quotations with the reader's word in place of the detector's. */
export async function decided(
  transaction: Transaction<'readonly'>,
  entries: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  const sources = [...new Set(entries.map(({ source }) => source))];
  const words = await Promise.all(
    sources.map(async (source) => {
      const [records, decisions] = await Promise.all([
        transaction.objectStore('annotations').index('source').getAll(source),
        transaction.objectStore('decisions').getAll(IDBKeyRange.bound([source], [source, []])),
      ]);
      const kept = records.map(parseAnnotation).filter((record) => record !== null);
      return [source, { kept, names: nameDecisions(decisions) }] as const;
    }),
  );
  const bySource = new Map(words);
  return entries.map((entry) => {
    const said = bySource.get(entry.source);
    return said === undefined ? entry : { ...entry, ...decidedQuotation(entry, said.kept, said.names) };
  });
}

/** So many quotations are forgotten at once: what a full disk has room for. */
const STEP = 1_000;

/**
 * Forgets the whole ledger and nothing else, some thousand quotations at a time, so that it can be done when the disk is full. Answers how
 * many it had.
 */
export async function wipeLedger(storage: Storage): Promise<number> {
  let count = 0;
  for (;;) {
    const gone = await storage.write(['ledger'], dropSome, 'little');
    count += gone;
    if (gone < STEP) return count;
  }
}

async function dropSome(transaction: Transaction<'readwrite'>): Promise<number> {
  const store = transaction.objectStore('ledger');
  const keys = await store.getAllKeys(null, STEP);
  const [first, last] = [keys[0], keys.at(-1)];
  if (first !== undefined && last !== undefined) await store.delete(IDBKeyRange.bound(first, last));
  addRows(transaction, 'ledger', -keys.length);
  return keys.length;
}
