import { StorageError } from './storage-error.ts';

/**
 * Less room than this is none, in bytes. Chromium’s database is not to meet the end of the disk: a write that the disk cuts short can
 * leave a log that the next start of the browser takes for broken, and then it deletes the whole database.
 */
const ROOM = 16 * 2 ** 20;
/**
 * A write that takes room away again, or leads to it, is small and comes in steps: it may go on until there is no more than this, in
 * bytes. As much is written at once when the database empties its log into a file.
 */
const LITTLE = 4 * 2 ** 20;
/** What was found holds for so long, in ms: a disk does not fill up that fast, and a save is not to wait each time. */
const HOLDS = 1_000;

/** What a write needs of the disk: `room` to add something, or only a `little` to free what is taken up. */
export type Need = 'room' | 'little';

async function isFull(least: number): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < least;
  } catch {
    // A browser that does not say is not held up by that.
    return false;
  }
}

/** A function that rejects with `quota` while the disk has no room for a write; otherwise it costs next to nothing. */
export function createRoomGuard(): (need?: Need) => Promise<void> {
  let lookedAt = -Infinity;
  return async (need = 'room') => {
    if (performance.now() - lookedAt < HOLDS) return;
    if (await isFull(need === 'room' ? ROOM : LITTLE)) throw new StorageError('quota');
    // That there is a little says nothing of who needs more.
    if (need === 'room') lookedAt = performance.now();
  };
}

/**
 * The error, or `quota` in its place when the disk is full. With `unlimitedStorage` the browser knows no quota for us, and Chromium
 * calls a write that the disk has refused an unknown error.
 */
export async function fullDiskOr(error: StorageError): Promise<StorageError> {
  if (error.reason !== 'no-database') return error;
  return (await isFull(ROOM)) ? new StorageError('quota', error.cause) : error;
}
