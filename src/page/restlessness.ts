/** More changes than this in a window of so many ms is a page that never rests. */
const MOST_CHANGES = 40;
const WINDOW_MS = 2000;

/**
 * Tells when a page has begun to change all the time, and when it has come to rest again.
 * @returns what is to be called at every change, or once for so many that nobody watched
 */
export function createRestlessness(
  onChange: (isRestless: boolean) => void,
  signal: AbortSignal,
): (now: number, changes?: number) => void {
  let isRestless = false;
  let count = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const set = (next: boolean): void => {
    clearTimeout(timer);
    if (next !== isRestless) onChange(next);
    isRestless = next;
    if (next) timer = setTimeout(() => set(false), 2 * WINDOW_MS);
  };
  return (now, changes = 1) => {
    if (now - since > WINDOW_MS) [since, count] = [now, 0];
    const before = count;
    count += changes;
    if (before < MOST_CHANGES && count >= MOST_CHANGES) set(true);
  };
}
