/** A press so soon after something has come under the pointer, in ms, was meant for what stood there before: a double click's second. */
export const tooSoon = 400;

/** Tells the presses that a reader means from those that something caught by coming in their way. */
export interface PressGuard {
  /** It has come up now. */
  shown(): void;
  /** Is told every event on it, and answers whether a click is meant: a key's always is. */
  isMeant(event: Event): boolean;
}

/** @param now the time by which events are stamped, in ms */
export function createPressGuard(now: () => number = () => performance.now()): PressGuard {
  let shownAt = 0;
  let isEarly = false;
  return {
    shown() {
      shownAt = now();
    },
    isMeant(event) {
      // The press decides and not the click, which comes when the button is let go.
      if (event.type === 'pointerdown') isEarly = event.timeStamp - shownAt < tooSoon;
      return !isEarly || (event instanceof MouseEvent && event.type === 'click' && event.detail === 0);
    },
  };
}
