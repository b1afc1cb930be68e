import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** Counts the changes of records since the page has come up. */
export interface Changes {
  readonly count: ReadonlySignal<number>;
  /** What it was when what is shown was asked for. */
  readonly asked: number;
}

/**
 * Reads again at each change of a record since what is shown was asked for: also at one that came before it was shown, while its answer
 * was on the way.
 */
export function useChanges({ count, asked }: Changes, refresh: () => void): void {
  useLayoutEffect(() => {
    let known = asked;
    return count.subscribe((now) => {
      if (now === known) return;
      known = now;
      refresh();
    });
  }, [count, asked, refresh]);
}
