import browser from 'webextension-polyfill';
import type { BackupView, StorageState } from '#messaging/library-protocol.ts';
import type { Backups } from '#storage/backup-database.ts';
import { type Backup, listBackups } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { getSetting } from '#storage/settings.ts';
import { holdsAnything, keepsAtLeast } from '#storage/annotations.ts';
import { historyState } from '#storage/history.ts';
import { countAside } from '#storage/set-aside.ts';
import { getSyncRecord } from '#storage/sync-records.ts';
import { storageError } from '#storage/storage-error.ts';

/** Under `storage.local`, which lives apart from the databases: whether anything was ever kept. */
const heldKey = 'libraryHeld';
/** The setting with the time (ISO 8601) when the reader last saved a file. */
export const savedFileKey = 'backup.savedFile';
const remindAfter = 30 * 24 * 60 * 60 * 1000;
/** With fewer passages nobody is reminded to save a file. */
const worthAFile = 10;

/** Remembers outside of the database that it held something, so that its loss is noticed. */
export async function rememberHeld(): Promise<void> {
  if ((await browser.storage.local.get(heldKey))[heldKey] !== true) {
    await browser.storage.local.set({ [heldKey]: true });
  }
}

/** A backup as surfaces see it. */
export function backupView({ id, at, articles, annotations, people, parts, size }: Backup): BackupView {
  return { id, at, articles, annotations, people, parts, size };
}

/** How the store is. Never rejects: a store that does not open is what this is to tell. */
export async function storageState(storage: Storage, backups: Backups, now: number): Promise<StorageState> {
  const kept = (await listBackups(backups).catch(() => [])).map(backupView);
  const { usage = null, quota = null } = await estimate();
  const common = {
    backups: kept,
    usage,
    quota,
    isNearlyFull: usage !== null && quota !== null && usage > quota * 0.9,
    // A library that cannot be opened says so in other words, and one of before has none.
    aside: await countAside(storage).catch(() => 0),
  };
  try {
    const readOnly = storage.readOnly();
    if (readOnly !== null) {
      const remindToSave = await holdsAnything(storage);
      return { ...common, state: 'read-only', error: readOnly.code, remindToSave };
    }
    const isHeld = await holdsAnything(storage);
    // However it came there: by a save, a file, a backup.
    if (isHeld) await rememberHeld();
    const isEvicted = !isHeld && (await wasHeld(storage));
    // A file of the reader's, or a server that has it all: either is elsewhere.
    const copied = [await getSetting(storage, savedFileKey), await getSyncRecord(storage, 'lastGood')];
    const since = Math.min(...copied.map((at) => (typeof at === 'string' ? now - Date.parse(at) : Infinity)));
    const remindToSave = !(since < remindAfter) && (await keepsAtLeast(storage, worthAFile));
    return { ...common, state: isEvicted ? 'evicted' : 'ready', error: null, remindToSave };
  } catch (error) {
    const { code } = storageError(error);
    return { ...common, state: 'unavailable', error: code, remindToSave: false };
  }
}

/** Whether something was kept that no change of the reader's has taken away: an emptied library still has its history. */
async function wasHeld(storage: Storage): Promise<boolean> {
  const held = (await browser.storage.local.get(heldKey))[heldKey] === true;
  const { undo, redo } = await historyState(storage);
  return held && undo === null && redo === null;
}

async function estimate(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}
