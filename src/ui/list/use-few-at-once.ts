import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { createFewAtOnce } from './few-at-once.ts';
import { createRowPace } from './row-pace.ts';

/** A tab that is not drawn has no frames; there the next rows come after this time, in ms. */
const NO_FRAME = 200;

/** Of a frame's 16 ms, so many are for making new rows: as long again is needed to lay them out and to paint them. */
const BUDGET = 5;
/** So many new rows are made in one frame at most, however quick the computer is. */
const MOST = 6;

/** Says which rows may be drawn now. The others are drawn in the frames that follow, without being asked for. */
export function useFewAtOnce<Key>(wanted: readonly Key[]): ReadonlySet<Key> {
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const [pace] = useState(() => createRowPace(BUDGET, MOST));
  const [few] = useState(() => createFewAtOnce<Key>(pace.rows));
  const [turn] = useState(() =>
    createTurn(() => {
      few.next();
      if (few.waits()) redraw();
    }),
  );
  const admitted = few.admit(wanted);
  const started = performance.now();
  useLayoutEffect(() => {
    // The rows stand in the document by now.
    pace.note(few.fresh(), performance.now() - started);
    turn.ask();
  });
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
