import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { storageState } from '#background/storage-state.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { createStorage } from '#storage/database.ts';
import { putSetting } from '#storage/settings.ts';
import { beginSync, forgetSync } from '#storage/sync-records.ts';
import { keepSome, type Machine } from '#tests/sync/machine.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/trust/fake-browser.ts')).fakeBrowser,
}));

const storage = createStorage({ name: 'a library that is kept on one device' });
const backups = createBackupDatabase('its backups');
const day = 86_400_000;
const now = Date.parse('2026-03-04T12:00:00Z');
const at = new Date(now).toISOString();
const isReminded = async (days: number): Promise<boolean> =>
  (await storageState(storage, backups, now + days * day)).remindToSave;

test('that all is on this device alone is said until a file or a server has it, and again after a month', async () => {
  expect(await isReminded(0)).toBe(false);
  await keepSome({ storage } as Machine, 12);
  expect(await isReminded(0)).toBe(true);
  await beginSync(storage, { lastGood: at });
  expect(await isReminded(1)).toBe(false);
  expect(await isReminded(31)).toBe(true);
  await forgetSync(storage);
  expect(await isReminded(1)).toBe(true);
  await putSetting(storage, 'backup.savedFile', at);
  expect(await isReminded(1)).toBe(false);
  expect(await isReminded(31)).toBe(true);
});
