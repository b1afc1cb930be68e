import { refreshArticleTabs } from './badge.ts';
import { bumpRevision } from './revision.ts';

/** Who is told of each change that the reader makes here. */
const listeners = new Set<() => void>();

/** Calls back after each change that the reader has made here; not after what came from another machine. */
export function onRecordsChanged(callback: () => void): void {
  listeners.add(callback);
}

/**
 * Tells all that shows records that they have changed. Nobody waits for it: the record is safe by now, and a surface that could not
 * be told must not make its saving look failed.
 */
export function recordsChanged(): void {
  showRecordsAgain();
  for (const callback of listeners) callback();
}

/** The same, of records that have come from another machine. */
export function showRecordsAgain(): void {
  bumpRevision().catch((error: unknown) => console.error('revision', error));
  refreshArticleTabs().catch((error: unknown) => console.error('refresh', error));
}
