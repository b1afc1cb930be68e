import { StorageError } from './storage-error.ts';

/**
 * Less room than this is none, in bytes. Chromium’s database is not to meet the end of the disk: a write that the disk cuts short can
 * leave a log that the next start of the browser takes for broken, and then it deletes the whole database.
 */
const ROOM = 16 * 2 ** 20;
/** What was found holds for so long, in ms: a disk does not fill up that fast, and a save is not to wait each time. */
const HOLDS = 1_000;

async function isFull(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < ROOM;
  } catch {
    // A browser that does not say is not held up by that.
    return false;
  }
}

/** A function that rejects with `quota` while the disk has no room; otherwise it costs next to nothing. */
export function createRoomGuard(): () => Promise<void> {
  let lookedAt = -Infinity;
  return async () => {
    if (performance.now() - lookedAt < HOLDS) return;
    if (await isFull()) throw new StorageError('quota');
    lookedAt = performance.now();
  };
}

/**
 * The error, or `quota` in its place when the disk is full. With `unlimitedStorage` the browser knows no quota for us, and Chromium
 * calls a write that the disk has refused an unknown error.
 */
export async function fullDiskOr(error: StorageError): Promise<StorageError> {
  if (error.reason !== 'no-database') return error;
  return (await isFull()) ? new StorageError('quota', error.cause) : error;
}
