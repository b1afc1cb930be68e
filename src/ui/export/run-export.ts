import { eachPart, type ExportPlan, type ReadRecords } from './each-part.ts';
import type { ExportWriterThread } from './export-writer.ts';
import type { ExportChoice, ExportedFile } from './exported-file.ts';

/** What the reader has kept, or the ledger of what he or she has read. */
export type ExportedFrom = 'kept' | 'ledger';

/** Where the records of an export come from. */
export interface ExportPort {
  /** Whether it is all that the library holds. */
  readonly isEverything: boolean;
  /** Where it lies; by default among what is kept. */
  readonly from?: ExportedFrom;
  /** What there is to export, in parts, in the order of the file: annotations, then articles. */
  readonly plan: () => AsyncIterable<ExportPlan>;
  /** The records of these annotations and articles. */
  readonly records: ReadRecords;
  /** The reader's template of notes; null for the one that is built in. */
  readonly template: () => Promise<string | null>;
  readonly keepTemplate: (template: string | null) => Promise<unknown>;
}

/** So many records are asked for at a time: they are read, sent and written in some ten milliseconds. What fits into one is asked for. */
const PART = 250;

/**
 * Writes a file. The worker reads what there is much of; where it cannot, as in a private window of Firefox, whose pages have a store of
 * their own, the port gives it.
 * @param tell how many of how many records are done
 * @throws what the port throws, and the signal's reason when it has aborted: then there is no file
 */
export async function runExport(
  port: ExportPort,
  choice: ExportChoice,
  writer: ExportWriterThread,
  tell: (done: number, total: number) => void,
): Promise<ExportedFile> {
  const chosen = port.isEverything ? null : await planned(port);
  if (chosen === null || chosen.ids.length > PART) {
    const from = port.from === undefined ? {} : { from: port.from };
    const { file } = await writer.ask(
      { type: 'read', choice, ids: chosen?.ids ?? null, ...from },
      'read',
      tell,
    );
    if (file !== null) return file;
  }
  const plan = chosen ?? (await planned(port));
  await writer.ask({ type: 'begin', choice }, 'taken');
  const add = (records: Parameters<Parameters<typeof eachPart>[3]>[0]): Promise<unknown> =>
    writer.ask({ type: 'add', records }, 'taken');
  const counted = await eachPart(port.records, plan, PART, add, tell);
  const { file } = await writer.ask({ type: 'end' }, 'written');
  return { ...file, ...counted };
}

async function planned(port: ExportPort): Promise<ExportPlan> {
  const ids: string[] = [];
  const sources: string[] = [];
  for await (const part of port.plan()) {
    for (const id of part.ids) ids.push(id);
    for (const source of part.sources) sources.push(source);
  }
  return { ids, sources };
}
