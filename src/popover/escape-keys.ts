/** How long to wait for a key to come up, in ms: the focus may have gone elsewhere meanwhile. */
const patience = 400;

/** Hears Escape in a window from the start, before there is anybody to close. */
export interface EscapeKeys {
  /** Says what Escape does; at once, when it was pressed before anybody said. Returns what ends it. */
  follow(close: () => void): () => void;
}

/**
 * Escape counts when it is let go that was pressed down here. Not when it goes down: the frame would be gone by the time it comes up,
 * and the page would get half a key. What was pressed in vain is forgotten when the window loses the focus.
 */
export function hearEscape(view: Window): EscapeKeys {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let close: (() => void) | null = null;
  let isWanted = false;
  const end = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (close) close();
    else isWanted = true;
  };
  // A key that something inside has used for itself does not come this far.
  view.addEventListener('keydown', (event) => {
    clearTimeout(waiting);
    waiting = event.key === 'Escape' && !event.isComposing ? setTimeout(end, patience) : undefined;
  });
  view.addEventListener('keyup', (event) => {
    if (event.key === 'Escape' && waiting !== undefined) end();
  });
  view.addEventListener('blur', () => {
    isWanted = false;
  });
  return {
    follow(next) {
      close = next;
      if (isWanted) next();
      isWanted = false;
      return () => {
        if (close === next) close = null;
        // What was open is gone: a key that was meant for it must not close what comes after it.
        clearTimeout(waiting);
        waiting = undefined;
      };
    },
  };
}
