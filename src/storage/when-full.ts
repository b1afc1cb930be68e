import type { Need } from './full-disk.ts';
import { StorageError } from './storage-error.ts';

/** A change of records of no more characters than this, together, is written within what a full disk still has room for. */
const SMALL = 40_000;

/**
 * Does something that needs room. Where the disk is full it is done all the same if it leads to more room and writes little: a shorter
 * note, a way into the trash.
 * @param leadsToRoom is only asked then
 */
export async function evenWhenFull<T>(
  work: (need: Need) => Promise<T>,
  leadsToRoom: () => Promise<boolean>,
): Promise<T> {
  try {
    return await work('room');
  } catch (error) {
    if (!(error instanceof StorageError) || error.reason !== 'quota' || !(await leadsToRoom())) throw error;
  }
  return work('little');
}

/** Whether records are so small, together, that they are written a few times within what a full disk still has room for. */
export function areSmall(records: readonly unknown[]): boolean {
  return records.reduce((sum: number, record) => sum + JSON.stringify(record).length, 0) <= SMALL;
}
