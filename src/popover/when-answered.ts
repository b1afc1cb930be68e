import type { request } from '#messaging/client.ts';

/** The first wait, in ms; each is twice the one before, up to the longest. */
const first = 1_000;
const longest = 30_000;

/**
 * Calls back once, when the background answers again: while it is updated or started anew nobody does, and on a busy machine that takes
 * longer than two tries. A page that was left behind for good, as in Firefox after an update, asks until it goes.
 */
export function whenAnswered(ask: typeof request, callback: () => void, pause = first): void {
  setTimeout(() => {
    // What is cheapest to answer.
    ask('detection.languages', null).then(callback, () =>
      whenAnswered(ask, callback, Math.min(longest, 2 * pause)),
    );
  }, pause);
}
