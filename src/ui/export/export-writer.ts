import { workerThread, type WorkerThread } from '#ui/worker-thread.ts';
import type { FromExportWorker, ToExportWorker } from './export-messages.ts';

/** The worker that writes files. */
export type ExportWriterThread = WorkerThread<ToExportWorker, FromExportWorker>;

/** Starts the worker; it ends with the signal, whatever it is doing. */
export const startExportWriter = (end: AbortSignal): ExportWriterThread =>
  workerThread(new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' }), end);
