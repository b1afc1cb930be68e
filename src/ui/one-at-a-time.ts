/** After a run that took so long, the next begins no sooner than so many times that: reading leaves most of the time free. */
const REST = 4;

/**
 * Spares what may be dear to read: while it is being read, and for a time after that goes with how long it took, calls become one that
 * is made up for.
 * @param read reads; what it rejects with is its own affair
 * @returns what is to be called whenever it should be read, until the signal aborts
 */
export function oneAtATime(read: () => Promise<void>, signal: AbortSignal): () => void {
  let isBusy = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    if (isBusy || signal.aborted) {
      isWanted = true;
      return;
    }
    [isBusy, isWanted] = [true, false];
    const start = performance.now();
    const rest = (): void => {
      timer = setTimeout(
        () => {
          isBusy = false;
          if (isWanted) run();
        },
        REST * (performance.now() - start),
      );
    };
    read().then(rest, rest);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return run;
}
