/** Says how soon a page may be read again, so that over any long time reading takes no more than a share of it. */
export interface ReadBudget {
  /** How long to wait, in ms, before a read for changes after which the page has come to rest, or while it never does. */
  wait(now: number, atRest: boolean): number;
  /** A read has taken so many ms. */
  spend(now: number, cost: number): void;
}

/** The share of the time that reading may take. */
const SHARE = 0.01;
/** What a page may use up at once: much, when it changes now and then, and next to nothing when it never rests. In ms. */
const RESERVE_AT_REST = 1500;
const RESERVE_BUSY = 40;

/** A leaky bucket: what reads cost flows in, and runs out at the rate of the share. */
export function createReadBudget(): ReadBudget {
  let debt = 0;
  let last = 0;
  const settle = (now: number): void => {
    debt = Math.max(0, debt - (now - last) * SHARE);
    last = now;
  };
  return {
    wait(now, atRest) {
      settle(now);
      return Math.max(0, (debt - (atRest ? RESERVE_AT_REST : RESERVE_BUSY)) / SHARE);
    },
    spend(now, cost) {
      settle(now);
      debt += cost;
    },
  };
}
