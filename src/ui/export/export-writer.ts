import { startOwnWorker } from '#ui/own-worker.ts';
import { workerThread, type WorkerThread } from '#ui/worker-thread.ts';
import type { FromExportWorker, ToExportWorker } from './export-messages.ts';
import address from './export-worker.ts?worker&url';

/** The worker that writes files. */
export type ExportWriterThread = WorkerThread<ToExportWorker, FromExportWorker>;

/** Starts the worker; it ends with the signal, whatever it is doing. */
export const startExportWriter = (end: AbortSignal): ExportWriterThread =>
  workerThread(startOwnWorker(address), end);
