import { useEffect, useState } from 'preact/hooks';

/** What was asked for, and how to ask once more. */
export interface Followed<T> {
  /** Null until it is known. What could not be asked for again stays as it was. */
  readonly value: T | null;
  readonly refresh: () => void;
}

/**
 * Asks for something, and again whenever it may have changed.
 * @param ask asks; the function of the first draw is used throughout
 * @param follow calls back when it may have changed, until the signal aborts
 */
export function useFollowed<T>(
  ask: () => Promise<T>,
  follow: (callback: () => void, signal: AbortSignal) => void,
): Followed<T> {
  const [value, setValue] = useState<T | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    let latest = 0;
    const read = (): void => {
      latest += 1;
      const mine = latest;
      ask().then(
        (next) => {
          if (mine === latest && !controller.signal.aborted) setValue(next);
        },
        () => null,
      );
    };
    read();
    follow(read, controller.signal);
    return () => controller.abort();
  }, [turn]);
  return { value, refresh: () => setTurn((now) => now + 1) };
}
