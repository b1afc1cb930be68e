import { startOwnWorker } from '#ui/own-worker.ts';
import { workerThread, type WorkerThread } from '#ui/worker-thread.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import address from './import-worker.ts?worker&url';

/** The worker that reads a file. */
export type ImportThread = WorkerThread<ToImportWorker, FromImportWorker>;

/** Starts the worker; it ends with the signal, whatever it is doing. */
export const startImportThread = (end: AbortSignal): ImportThread =>
  workerThread(startOwnWorker(address), end);
