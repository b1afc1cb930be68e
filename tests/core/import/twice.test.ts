import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noRecords, readImport } from '#core/import/read-import.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import type { Storage } from '#storage/database.ts';
import { exportPlan } from '#storage/export-plan.ts';
import { exportRecords } from '#storage/export-records.ts';
import { commitImport } from '#storage/import-records.ts';
import { beginImport, stageImport } from '#storage/staged-imports.ts';
import { freshName, freshStorage } from '#tests/storage/records.ts';

const folder = new URL('../../fixtures/import/', import.meta.url);

function read(name: string, now: string): ImportRecords {
  const reading = readImport(name, now);
  const first = reading.add(readFileSync(new URL(name, folder), 'utf8'));
  const last = reading.end();
  return { ...noRecords, ...(first.records.articles === undefined ? last.records : first.records) };
}

async function everything(storage: Storage): Promise<unknown> {
  const { ids, sources } = await exportPlan(storage, null);
  return exportRecords(storage, ids, sources);
}

describe('importing twice adds nothing', () => {
  it.each(readdirSync(folder))('%s, a year later, too', async (name) => {
    const storage = freshStorage();
    const backups = createBackupDatabase(freshName());
    const bring = async (records: ImportRecords): ReturnType<typeof commitImport> => {
      const id = crypto.randomUUID();
      await beginImport(storage, id, [name]);
      await stageImport(storage, { import: id, part: 0, records });
      return commitImport(storage, backups, id, Date.parse('2026-03-01'));
    };
    const records = read(name, '2026-01-05T08:00:00.000Z');
    // Readwise's own export has no addresses: nothing of it can be brought in at all.
    if (Object.values(records).every((list) => list.length === 0))
      return expect(name).toBe('readwise.export.csv');
    const first = await bring(records);
    expect(first.counted.articles.added).toBeGreaterThan(0);
    const before = await everything(storage);
    const again = await bring(read(name, '2027-01-05T08:00:00.000Z'));
    expect(again.change).toBeNull();
    expect(await everything(storage)).toEqual(before);
  });
});
