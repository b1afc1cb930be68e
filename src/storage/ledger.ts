import { quotationParser } from '#core/annotation-guard.ts';
import type { Storage } from './database.ts';
import type { LedgerRecord } from './record-types.ts';

/** Keeps detected quotations; one that is there already stays as it was first seen. Answers how many were new. */
export function addToLedger(storage: Storage, records: readonly LedgerRecord[]): Promise<number> {
  return storage.write(['ledger'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    let count = 0;
    for (const record of records) {
      if ((await store.getKey(record.id)) !== undefined) continue;
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
