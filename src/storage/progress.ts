import { StorageError } from './storage-error.ts';

/** Work on many records, which tells how far it is and can be stopped. */
export interface Progress {
  readonly signal: AbortSignal;
  /** Called as it goes on, with how many of how many records are done. */
  readonly tell: (done: number, total: number) => void;
}

/**
 * One more record is done.
 * @throws StorageError `aborted` when the work is to stop: its transaction is aborted by that, and nothing of it was done.
 */
export function advance(progress: Progress | undefined, done: number, total: number): void {
  if (progress === undefined) return;
  if (progress.signal.aborted) throw new StorageError('aborted');
  progress.tell(done, total);
}
