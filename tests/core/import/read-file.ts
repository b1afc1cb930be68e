import type { ImportProblem, ImportRecords } from '#core/import/importer.ts';
import { joined, noRecords, readImport } from '#core/import/read-import.ts';

/** What a file held, all of it. */
export interface WholeImport {
  readonly label: string;
  readonly records: ImportRecords;
  readonly problems: readonly ImportProblem[];
  readonly refused: ImportProblem | null;
}

const now = '2026-01-05T08:00:00.000Z';

/** Reads a text in pieces of so many characters. */
export function readFile(name: string, text: string, piece = 1_000_000): WholeImport {
  const reading = readImport(name, now);
  let whole: WholeImport = { label: '', records: noRecords, problems: [], refused: null };
  const take = (part: ReturnType<typeof reading.end>): void => {
    whole = {
      label: part.label,
      records: joined(whole.records, part.records),
      problems: [...whole.problems, ...part.problems],
      refused: part.refused,
    };
  };
  for (let at = 0; at < text.length; at += piece) take(reading.add(text.slice(at, at + piece)));
  take(reading.end());
  return whole;
}
