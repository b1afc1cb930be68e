import type { Progress } from '#storage/progress.ts';

/** Work that a surface watches and may stop, by the id that the surface gave it. */
export interface Jobs {
  /** Runs work under an id; without one, nobody watches. */
  readonly run: <T>(
    id: string | undefined,
    work: (progress: Progress | undefined) => Promise<T>,
  ) => Promise<T>;
  /** How far it is; null when no such work is under way. */
  readonly state: (id: string) => { readonly done: number; readonly total: number } | null;
  /** Has it stop, with nothing changed. Answers whether it was under way. */
  readonly cancel: (id: string) => boolean;
}

export function createJobs(): Jobs {
  const running = new Map<string, { controller: AbortController; done: number; total: number }>();
  return {
    async run(id, work) {
      if (id === undefined) return work(undefined);
      const job = { controller: new AbortController(), done: 0, total: 0 };
      running.set(id, job);
      try {
        return await work({
          signal: job.controller.signal,
          tell: (done, total) => Object.assign(job, { done, total }),
        });
      } finally {
        running.delete(id);
      }
    },
    state(id) {
      const job = running.get(id);
      return job === undefined ? null : { done: job.done, total: job.total };
    },
    cancel(id) {
      running.get(id)?.controller.abort();
      return running.has(id);
    },
  };
}
