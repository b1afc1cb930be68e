import type { FromImportWorker, ToImportWorker } from './import-messages.ts';

/** The worker that reads a file. */
export interface ImportThread {
  /** Asks it for one thing after another. Rejects when it fails, or the signal has aborted. */
  readonly ask: <T extends FromImportWorker['type']>(
    message: ToImportWorker,
    type: T,
  ) => Promise<Extract<FromImportWorker, { type: T }>>;
}

/** Starts the worker; it ends with the signal, whatever it is doing. */
export function startImportThread(end: AbortSignal): ImportThread {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
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
        const listener = ({ data }: MessageEvent<FromImportWorker>): void => {
          if (data.type !== type) return fail(data.type === 'failed' ? data.message : 'unexpected answer');
          answered.abort();
          resolve(data as Extract<FromImportWorker, { type: typeof type }>);
        };
        worker.addEventListener('message', listener, { signal });
        worker.postMessage(message, []);
      }),
  };
}
