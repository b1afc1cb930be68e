import { type ReadonlySignal, signal } from '@preact/signals';
import { request } from '#messaging/client.ts';

/** Work that has taken so long that the reader should see it, and may stop it. */
interface WorkState {
  readonly doing: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly cancel: () => void;
}

export interface LongWork {
  /** What is under way; null while nothing is, or nothing that takes long. */
  readonly state: ReadonlySignal<WorkState | null>;
  /** Starts work under a job's id. Answers null when the reader stopped it: then nothing was changed. */
  readonly run: <T>(
    doing: string,
    start: (job: string) => Promise<T>,
  ) => Promise<{ readonly answer: T } | null>;
}

/** Work is shown when it takes longer than this, and asked how far it is this often, in ms. */
const showAfter = 500;
const askEvery = 200;

/** Follows long work in the background, one at a time. */
export function createLongWork(): LongWork {
  const state = signal<WorkState | null>(null);
  return {
    state,
    async run(doing, start) {
      const job = crypto.randomUUID();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const progress = { isOver: false, isCancelled: false };
      const cancel = (): void => {
        progress.isCancelled = true;
        request('jobs.cancel', { job }).catch(() => null);
      };
      const look = async (): Promise<void> => {
        const now = await request('jobs.state', { job }).catch(() => null);
        if (progress.isOver) return;
        state.value = { doing, done: now?.done ?? 0, total: now?.total ?? 0, cancel };
        timer = setTimeout(() => void look(), askEvery);
      };
      timer = setTimeout(() => void look(), showAfter);
      try {
        return { answer: await start(job) };
      } catch (error) {
        if (progress.isCancelled) return null;
        throw error;
      } finally {
        progress.isOver = true;
        clearTimeout(timer);
        state.value = null;
      }
    },
  };
}

/** How long work on many records may take, in ms: the reader sees how far it is and can stop it. */
export const workPatience = 30 * 60_000;
