import type { ImportRecords } from '#core/import/importer.ts';
import { noRecords } from '#core/import/read-import.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import type { Storage } from '#storage/database.ts';
import { exportPlan } from '#storage/export-plan.ts';
import { exportRecords } from '#storage/export-records.ts';
import { beginImport, stageImport } from '#storage/staged-imports.ts';
import { at, freshName } from './records.ts';

/** Backups that no other test uses. */
export const backups = () => createBackupDatabase(freshName());

/** When the imports of the tests take place, in ms. */
export const time = Date.parse(at(100));

/** Puts the parts of a file aside. Answers the import's name. */
export async function stage(storage: Storage, ...parts: readonly Partial<ImportRecords>[]): Promise<string> {
  const name = crypto.randomUUID();
  await beginImport(storage, name, ['a.json']);
  for (const [part, records] of parts.entries()) {
    await stageImport(storage, { import: name, part, records: { ...noRecords, ...records } });
  }
  return name;
}

/** All that an export has of a library. */
export async function everything(storage: Storage): Promise<Awaited<ReturnType<typeof exportRecords>>> {
  const { ids, sources } = await exportPlan(storage, null);
  return exportRecords(storage, ids, sources);
}
