import { useLayoutEffect, useRef } from 'preact/hooks';

/** How long to wait for a key to come up, in ms: the focus may have gone elsewhere meanwhile. */
const patience = 400;

/**
 * Closes when Escape is let go that was pressed down here. Not when it goes down: the frame would be gone by the time
 * it comes up, and the page would get half a key.
 */
export function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      latest.current();
    };
    // A key that something inside has used for itself does not come this far.
    const onKeyDown = (event: KeyboardEvent): void => {
      clearTimeout(waiting);
      waiting = event.key === 'Escape' && !event.isComposing ? setTimeout(end, patience) : undefined;
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && waiting !== undefined) end();
    };
    addEventListener('keydown', onKeyDown, { signal });
    addEventListener('keyup', onKeyUp, { signal });
    return () => {
      clearTimeout(waiting);
      controller.abort();
    };
  }, []);
}
