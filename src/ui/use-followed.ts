import { useEffect, useState } from 'preact/hooks';
import { oneAtATime } from './one-at-a-time.ts';

/** What was asked for, and how to ask once more. */
export interface Followed<T> {
  /** Null until it is known. What could not be asked for again stays as it was. */
  readonly value: T | null;
  readonly refresh: () => void;
}

/**
 * Asks for something, and again whenever it may have changed: one question at a time, and the dearer it is the rarer, so that a large
 * library is not counted at every save.
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
    const { signal } = controller;
    const read = async (): Promise<void> => {
      const next = await ask();
      if (!signal.aborted) setValue(next);
    };
    const again = oneAtATime(read, signal);
    again();
    follow(again, signal);
    return () => controller.abort();
  }, [turn]);
  return { value, refresh: () => setTurn((now) => now + 1) };
}
