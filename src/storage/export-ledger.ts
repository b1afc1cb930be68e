import type { LedgerPlan } from '#core/export/export-plan.ts';
import { parseAnnotation } from '#core/annotation-guard.ts';
import { ledgerRecords } from '#core/export/ledger-records.ts';
import type { ExportedPart } from './export-records.ts';
import { decided, isWholeEntry } from './ledger.ts';
import type { Reading } from './open-for-reading.ts';

/** So many ids are read at once: a thread is held for some ten milliseconds. */
const PAGE = 4_000;

/** What of the ledger there is to export, a part at a time. @param after the id where the part before ended */
export function ledgerPlan(storage: Reading, after: string | null): Promise<LedgerPlan> {
  return storage.read(['ledger'], async (transaction) => {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const ids = await transaction.objectStore('ledger').getAllKeys(range, PAGE);
    return { ids, next: ids.length < PAGE ? null : (ids.at(-1) ?? null) };
  });
}

/** These entries of the ledger, with the reader's word on them; what is not there any more is left out. */
export function exportLedger(storage: Reading, ids: readonly string[]): Promise<ExportedPart> {
  return storage.read(['ledger', 'annotations', 'decisions'], async (transaction) => {
    const store = transaction.objectStore('ledger');
    const stored = (await Promise.all(ids.map((id) => store.get(id)))).filter((entry) => entry !== undefined);
    const { articles, annotations } = ledgerRecords(await decided(transaction, stored.filter(isWholeEntry)));
    const readable = annotations.filter((annotation) => parseAnnotation(annotation) !== null);
    const nothing = { decisions: [], versions: [], appearances: [], people: [] };
    return { articles, annotations: readable, ...nothing, broken: stored.length - readable.length };
  });
}
