import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { createFewAtOnce } from './few-at-once.ts';

/** A tab that is not drawn has no frames; there the next rows come after this time, in ms. */
const NO_FRAME = 200;

/**
 * Says which rows may be drawn now: at most `most` new ones a frame. The others are drawn in the frames that follow, without being
 * asked for.
 */
export function useFewAtOnce<Key>(wanted: readonly Key[], most: number): ReadonlySet<Key> {
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const [few] = useState(() => createFewAtOnce<Key>(most));
  const [turn] = useState(() =>
    createTurn(() => {
      few.next();
      if (few.waits()) redraw();
    }),
  );
  const admitted = few.admit(wanted);
  useLayoutEffect(turn.ask);
  useEffect(() => turn.stop, [turn]);
  return admitted;
}

interface Turn {
  /** Asks for the next turn; asked for twice it comes once. */
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Calls after the next frame has been painted. */
function createTurn(begin: () => void): Turn {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = null;
  };
  const start = (): void => {
    stop();
    begin();
  };
  return {
    ask() {
      if (frame !== null) return;
      // What is drawn in answer to scrolling is drawn before this very frame: the turn must come after it.
      frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        timer = setTimeout(start);
      });
      timer = setTimeout(start, NO_FRAME);
    },
    stop,
  };
}
