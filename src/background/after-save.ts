import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { storeSummary } from './article-summaries.ts';
import { rememberHeld } from './storage-state.ts';

/** So many saves are left for a search to read by themselves before they are written into the index. */
const MANY = 64;
/** The index is written when no save has come for so long, in ms: a save must not wait for it. */
const QUIET = 1_000;

let saves = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What can wait until a save was answered. The worker may be ended before: all of it is made up for later. */
export function afterSave(storage: Storage, source: string): void {
  const fail = (error: unknown): void => console.error('after a save', error);
  storeSummary(storage, source).catch(fail);
  rememberHeld().catch(fail);
  saves++;
  if (saves < MANY) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    saves = 0;
    flushIndex(storage).catch(fail);
  }, QUIET);
}
