import { useEffect } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { type Followed, useFollowed } from '#ui/use-followed.ts';

/** How often it is looked at by itself, in ms: when nothing happens, and while a run is under way. */
const every = 15_000;
const everyRunning = 2_000;

/** Calls back as time goes by, as long as the page is seen, and when it is seen again. */
function onTime(callback: () => void, time: number, signal: AbortSignal): void {
  const look = (): void => {
    if (document.visibilityState === 'visible') callback();
  };
  const timer = setInterval(look, time);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** How sync stands, kept up to date while the page is seen; null until it is known. */
export function useSyncState(): Followed<SyncState> {
  const followed = useFollowed(
    () => request('sync.state', null),
    (callback, signal) => {
      onRevision(callback, signal);
      onTime(callback, every, signal);
    },
  );
  const isRunning = followed.value?.isRunning ?? false;
  useEffect(() => {
    if (!isRunning) return undefined;
    const end = new AbortController();
    onTime(followed.refresh, everyRunning, end.signal);
    return () => end.abort();
  }, [isRunning]);
  return followed;
}
