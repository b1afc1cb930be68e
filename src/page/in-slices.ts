import type { Steps } from '#core/steps.ts';

/** After this long, in ms, others have their turn. With the longest step on top it is less than a frame at 60 a second. */
const SLICE_MS = 4;

/**
 * Lets what is waiting run: input, painting, the page's own scripts. Not by a timer, since those of a page in the
 * background fire once a second; nor by `scheduler.yield`, which comes before the page's own tasks.
 */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}

/** Does the work in slices that never hold the page's thread for long. Rejects with what the work throws. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < SLICE_MS) continue;
    await breathe();
    started = performance.now();
  }
}
