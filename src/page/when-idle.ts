/** A page that is never idle has us wait for so long, in ms. */
const LONGEST_WAIT_MS = 80;

/** Waits until the page's thread has nothing better to do, and not for long. */
export const whenIdle = (view: Window): Promise<void> =>
  new Promise((resolve) => {
    view.requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
  });
