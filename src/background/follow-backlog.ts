import { keepAwake } from './keep-awake.ts';
import { bumpRevision } from './revision.ts';

/** So often surfaces are told that more can be found, in ms. */
const EVERY = 2_000;

/** Has the worker stay until the index has caught up, and surfaces ask again meanwhile. */
export function followBacklog(done: Promise<unknown>): void {
  keepAwake(done);
  const tell = (): void => void bumpRevision().catch((error: unknown) => console.error('backlog', error));
  const timer = setInterval(tell, EVERY);
  const stop = (): void => {
    clearInterval(timer);
    tell();
  };
  done.then(stop, stop);
}
