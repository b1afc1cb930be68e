import type { FromExportWorker, ToExportWorker } from './export-messages.ts';

/** The worker that writes files. */
export interface ExportWriterThread {
  /**
   * Asks it for one thing after another.
   * @throws when it fails, or the signal has aborted
   */
  readonly ask: <T extends FromExportWorker['type']>(
    message: ToExportWorker,
    type: T,
  ) => Promise<Extract<FromExportWorker, { type: T }>>;
}

/** Starts the worker; it ends with the signal, whatever it is doing. */
export function startExportWriter(end: AbortSignal): ExportWriterThread {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  end.addEventListener('abort', () => worker.terminate(), { once: true });
  return {
    ask: (message, type) =>
      new Promise((resolve, reject) => {
        const answered = new AbortController();
        const { signal } = answered;
        const fail = (reason: unknown): void => {
          answered.abort();
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        };
        if (end.aborted) return fail(end.reason);
        end.addEventListener('abort', () => fail(end.reason), { signal });
        worker.addEventListener('error', ({ message: text }) => fail(text), { signal });
        const listener = ({ data }: MessageEvent<FromExportWorker>): void => {
          if (data.type !== type) return fail(data.type === 'failed' ? data.message : 'unexpected answer');
          answered.abort();
          resolve(data as Extract<FromExportWorker, { type: typeof type }>);
        };
        worker.addEventListener('message', listener, { signal });
        worker.postMessage(message, []);
      }),
  };
}
