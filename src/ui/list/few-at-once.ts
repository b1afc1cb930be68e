/** Which of the rows of a list may be drawn by now. */
export interface FewAtOnce<Key> {
  /**
   * Says which of these may be drawn: those that are drawn already, and of the others so many as may still come into this frame, the
   * first first. Those that are not named any more are forgotten.
   */
  readonly admit: (wanted: readonly Key[]) => ReadonlySet<Key>;
  /** How many of the last that were named are new. */
  readonly fresh: () => number;
  /** Whether some of the last that were named still wait. */
  readonly waits: () => boolean;
  /** A new frame begins. */
  readonly next: () => void;
}

/**
 * Spreads the drawing of new rows over frames, so that a jump in a long list holds up none of them.
 * @param most how many new rows the frame that begins may have
 */
export function createFewAtOnce<Key>(most: () => number): FewAtOnce<Key> {
  let drawn: ReadonlySet<Key> = new Set();
  let left = most();
  let fresh = 0;
  let isLate = false;
  return {
    admit(wanted) {
      const admitted = new Set<Key>();
      isLate = false;
      fresh = 0;
      for (const key of wanted) {
        const isNew = !drawn.has(key);
        if (isNew && left === 0) isLate = true;
        else {
          admitted.add(key);
          if (!isNew) continue;
          left -= 1;
          fresh += 1;
        }
      }
      drawn = admitted;
      return admitted;
    },
    fresh: () => fresh,
    waits: () => isLate,
    next: () => {
      left = most();
    },
  };
}
