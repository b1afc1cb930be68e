import browser from 'webextension-polyfill';
import { serverAccessKey } from '#messaging/server-access.ts';
import type { Backups } from '#storage/backup-database.ts';
import { type Backup, makeBackup, wipeBackups } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { isEmpty } from '#storage/restore-backup.ts';
import { StorageError } from '#storage/storage-error.ts';
import { libraryState, wipeLibrary } from '#storage/wipe-library.ts';
import { welcomedKey } from './welcome.ts';

/**
 * What else is kept under `storage.local`: whoever starts anew has seen the welcome page all the same; and what was allowed for sync is given
 * back by who ends it.
 */
const spared: ReadonlySet<string> = new Set([welcomedKey, serverAccessKey]);
/** How often a backup is made anew because something was saved while it was made. */
const tries = 3;

/**
 * Wipes the library and all settings. Without `withBackups` they are backed up before, to the last change: killed half-way, either nothing
 * is gone or a backup holds it. With it, the backups go as well.
 * @returns the backup that was made; null when none was, since there was nothing to be backed up or none is to be left
 * @throws StorageError; the library is as it was then
 */
export async function wipeEverything(
  storage: Storage,
  backups: Backups,
  withBackups: boolean,
  now: number,
): Promise<Backup | null> {
  const made = withBackups ? null : await wipeAfterBackup(storage, backups, now);
  if (withBackups) {
    await wipeLibrary(storage, null);
    await wipeBackups(backups);
  }
  const stored = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(stored.filter((key) => !spared.has(key)));
  return made;
}

async function wipeAfterBackup(storage: Storage, backups: Backups, now: number): Promise<Backup | null> {
  for (let round = 0; round < tries; round++) {
    const state = await libraryState(storage);
    const made = (await isEmpty(storage)) ? null : await makeBackup(storage, backups, now);
    if (await wipeLibrary(storage, state)) return made;
  }
  throw new StorageError('aborted');
}
