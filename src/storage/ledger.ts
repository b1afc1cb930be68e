import { quotationParser } from '#core/annotation-guard.ts';
import type { Storage } from './database.ts';
import type { LedgerRecord } from './record-types.ts';

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
export function addToLedger(storage: Storage, records: readonly LedgerRecord[]): Promise<number> {
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
      count++;
    }
    return count;
  });
}

/** Quotations of the ledger, the last seen first, and how many there are. */
export function listLedger(
  storage: Storage,
  limit: number,
  offset = 0,
): Promise<{ readonly items: readonly LedgerRecord[]; readonly total: number }> {
  return storage.read(['ledger'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    const items: LedgerRecord[] = [];
    let cursor = await store.index('seen').openCursor(null, 'prev');
    if (cursor !== null && offset > 0) cursor = await cursor.advance(offset);
    while (cursor !== null && items.length < limit) {
      if (quotationParser(cursor.value.quotation).ok) items.push(cursor.value);
      cursor = await cursor.continue();
    }
    return { items, total: await store.count() };
  });
}

/** Forgets the whole ledger and nothing else. Answers how many quotations it had. */
export function wipeLedger(storage: Storage): Promise<number> {
  return storage.write(['ledger'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    const count = await store.count();
    await store.clear();
    return count;
  });
}
