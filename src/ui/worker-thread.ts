/** How far a worker is, said before its answer. */
interface WorkerProgress {
  readonly type: 'progress';
  readonly done: number;
  readonly total: number;
}

/** What a worker of ours may say: each of its answers has a type; `failed` says why there is none. */
export type WorkerAnswer =
  | { readonly type: 'failed'; readonly message: string }
  | WorkerProgress
  | { readonly type: string; readonly message?: unknown };

/** A worker that is asked for one thing after another. */
export interface WorkerThread<To, From extends WorkerAnswer> {
  /**
   * Asks it, and waits for an answer of this type.
   * @param tell how far it is, from a worker that says so
   * @throws when it fails, answers otherwise, or the signal has aborted
   */
  readonly ask: <T extends From['type']>(
    message: To,
    type: T,
    tell?: (done: number, total: number) => void,
  ) => Promise<Extract<From, { type: T }>>;
}

/** Talks with a worker, which ends with the signal, whatever it is doing. */
export function workerThread<To, From extends WorkerAnswer>(
  worker: Worker,
  end: AbortSignal,
): WorkerThread<To, From> {
  end.addEventListener('abort', () => worker.terminate(), { once: true });
  return {
    ask: (message, type, tell) =>
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
        const listener = ({ data }: MessageEvent<From | WorkerProgress>): void => {
          if (isProgress(data)) return tell?.(data.done, data.total);
          if (data.type !== type) return fail(data.type === 'failed' ? data.message : 'unexpected answer');
          answered.abort();
          resolve(data as Extract<From, { type: typeof type }>);
        };
        worker.addEventListener('message', listener, { signal });
        worker.postMessage(message, []);
      }),
  };
}

function isProgress(answer: WorkerAnswer): answer is WorkerProgress {
  return answer.type === 'progress';
}
