import { workerThread, type WorkerThread } from '#ui/worker-thread.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';

/** The worker that reads a file. */
export type ImportThread = WorkerThread<ToImportWorker, FromImportWorker>;

/** Starts the worker; it ends with the signal, whatever it is doing. */
export const startImportThread = (end: AbortSignal): ImportThread =>
  workerThread(new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }), end);
