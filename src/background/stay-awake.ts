import browser from 'webextension-polyfill';

/** Half of the time after which both browsers end a background that nobody has called, in ms. */
const every = 15_000;

/**
 * Runs work that takes minutes. A browser that sees no event for 30 s ends the background, whatever it is doing in its database; a call of
 * the browser's own counts as one.
 */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
