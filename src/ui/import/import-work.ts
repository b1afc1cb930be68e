import type { Signal } from '@preact/signals';
import { createJobs, type Jobs } from './follow-job.ts';
import type { ImportPort, ImportState } from './import-state.ts';

type Doing = Extract<ImportState, { state: 'working' }>['doing'];

/** Is told how far it is; `now`: at what, when that is something else than it began with. */
export type Tell = (done: number, total: number, now?: Doing) => void;

/** One import's work, of which there is one at a time: it is shown while it goes on, and can be stopped. */
export interface ImportWork {
  readonly jobs: Jobs;
  /** Runs work and shows what comes of it; nothing that comes after it was stopped is shown. */
  readonly run: (doing: Doing, work: (tell: Tell, stop: AbortSignal) => Promise<ImportState>) => void;
  /** What is put aside under this name is forgotten when the import is over. */
  readonly hold: (id: string) => void;
  /** Stops what is under way and forgets what was put aside. */
  readonly forget: () => void;
}

export function createImportWork(port: ImportPort, state: Signal<ImportState>): ImportWork {
  const jobs = createJobs(port);
  let stopping = new AbortController();
  let held: string | null = null;
  const forget = (): void => {
    stopping.abort();
    stopping = new AbortController();
    jobs.cancel();
    if (held !== null) port.drop(held).catch(() => null);
    held = null;
  };
  return {
    jobs,
    forget,
    hold: (id) => void (held = id),
    run(doing, work) {
      const { signal: stop } = stopping;
      const tell: Tell = (done, total, now = doing) => {
        if (!stop.aborted) state.value = { state: 'working', doing: now, done, total };
      };
      tell(0, 0);
      work(tell, stop)
        .catch((error: unknown): ImportState => ({ state: 'failed', error }))
        .then((next) => {
          if (stop.aborted) return;
          state.value = next;
          if (next.state !== 'ready') forget();
        })
        .catch(() => null);
    },
  };
}
