import { exportLedger, ledgerPlan } from './export-ledger.ts';
import type { ExportPlan, PlanPlace } from '#core/export/export-plan.ts';
import { exportPlan } from './export-plan.ts';
import { EXPORTED, type ExportedPart, exportRecords, type KnownPeople } from './export-records.ts';
import { openForReading, type Reading } from './open-for-reading.ts';
import type { StoreName } from './schema.ts';

/** Where the records of an export are read. */
interface ExportSource {
  /** Everything there is, in the order of the file. */
  readonly plan: () => Promise<Pick<ExportPlan, 'ids' | 'sources'>>;
  readonly records: (ids: readonly string[], sources: readonly string[]) => Promise<ExportedPart>;
}

/** What the reader has kept, or the ledger of what he or she has read. */
type ExportedFrom = 'kept' | 'ledger';

/** Reads the library for a file, beside the background, which alone writes. */
export interface ExportReader {
  /**
   * Runs `work`, and answers what it answers when nothing was changed meanwhile: no file holds half of a change. Otherwise it is run once
   * more, within one transaction, for which the next change waits; so it may await nothing but its source.
   */
  readonly read: <T>(work: (source: ExportSource) => Promise<T>, from?: ExportedFrom) => Promise<T>;
  readonly close: () => void;
}

const HELD: StoreName[] = [...EXPORTED, 'changes', 'ledger'];

/** Opens the library for reading. Never rejects; null where it is not to be had (open-for-reading.ts). */
export async function openExportReader(name?: string): Promise<ExportReader | null> {
  const database = await openForReading(name);
  if (database === null) return null;
  return {
    async read(work, from = 'kept') {
      const sourceOf = from === 'ledger' ? ledgerOf : keptOf;
      const before = await latestChange(database);
      const result = await work(sourceOf(database));
      if ((await latestChange(database)) === before) return result;
      return database.hold(HELD, (reading) => work(sourceOf(reading)));
    },
    close: database.close,
  };
}

function keptOf(reading: Reading): ExportSource {
  const people: KnownPeople = new Map();
  return {
    async plan() {
      const ids: string[] = [];
      const sources: string[] = [];
      for (let after: PlanPlace | null = null; ;) {
        const part: ExportPlan = await exportPlan(reading, null, after);
        for (const id of part.ids) ids.push(id);
        for (const source of part.sources) sources.push(source);
        if (part.next === undefined) return { ids, sources };
        after = part.next;
      }
    },
    records: (ids, sources) => exportRecords(reading, ids, sources, people),
  };
}

function ledgerOf(reading: Reading): ExportSource {
  return {
    async plan() {
      const ids: string[] = [];
      for (let after: string | null = null; ;) {
        const part = await ledgerPlan(reading, after);
        for (const id of part.ids) ids.push(id);
        if (part.next === null) return { ids, sources: [] };
        after = part.next;
      }
    },
    records: (ids) => exportLedger(reading, ids),
  };
}

/** Tells the state of what the reader can change: the last change of all, and the last that was not undone. */
function latestChange(reading: Reading): Promise<string> {
  return reading.read(['changes'], async (transaction) => {
    let cursor = await transaction.objectStore('changes').openCursor(null, 'prev');
    const last = cursor?.value;
    while (cursor !== null && cursor.value.undone) cursor = await cursor.continue();
    return JSON.stringify([last?.number, last?.at, cursor?.key]);
  });
}
