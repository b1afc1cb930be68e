import { useRef } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { type Followed, useFollowed } from '#ui/use-followed.ts';

/** How often it is looked at by itself, in ms: when nothing happens, and while a run is under way. */
const every = 15_000;
const everyRunning = 2_000;

/** Calls back as time goes by, as long as the page is seen, and when it is seen again. */
function onTime(callback: () => void, isRunning: () => boolean, signal: AbortSignal): void {
  let looked = Date.now();
  const look = (): void => {
    if (document.visibilityState !== 'visible') return;
    looked = Date.now();
    callback();
  };
  const timer = setInterval(() => {
    // A clock that was set back is no reason to wait.
    if (isRunning() || Math.abs(Date.now() - looked) >= every) look();
  }, everyRunning);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** How sync stands, kept up to date while the page is seen; null until it is known. */
export function useSyncState(): Followed<SyncState> {
  const isRunning = useRef(false);
  const followed = useFollowed(
    () => request('sync.state', null),
    (callback, signal) => {
      onRevision(callback, signal);
      onTime(callback, () => isRunning.current, signal);
    },
  );
  isRunning.current = followed.value?.isRunning ?? false;
  return followed;
}
