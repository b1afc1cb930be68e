import type { ImportPort } from './import-state.ts';

/** How often the background is asked how far it is, in ms. */
const askEvery = 250;

/** Work of the background that can be followed and stopped. */
export interface Jobs {
  /** Starts work under a new name and tells, again and again, how far it is. */
  readonly follow: <T>(
    start: (job: string) => Promise<T>,
    tell: (done: number, total: number) => void,
  ) => Promise<T>;
  /** Stops what is under way. */
  readonly cancel: () => void;
}

export function createJobs(port: Pick<ImportPort, 'state' | 'cancel'>): Jobs {
  let job: string | null = null;
  return {
    async follow(start, tell) {
      const id = crypto.randomUUID();
      job = id;
      tell(0, 0);
      const timer = setInterval(() => {
        port
          .state(id)
          .then((now) => {
            if (now !== null && job === id) tell(now.done, now.total);
          })
          .catch(() => null);
      }, askEvery);
      try {
        return await start(id);
      } finally {
        clearInterval(timer);
        if (job === id) job = null;
      }
    },
    cancel() {
      if (job !== null) port.cancel(job).catch(() => null);
      job = null;
    },
  };
}
