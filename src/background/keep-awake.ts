import browser from 'webextension-polyfill';

/**
 * Chromium ends a worker that was asked nothing and has called nothing of the browser's for 30 s, whatever it is about: reading and
 * writing the database does not count (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle). In ms.
 */
const EVERY = 20_000;

/**
 * Has the worker stay until long work of its own is done, which no surface waits for: an upgrade of the database, a backup. Firefox is
 * asked, too: it ends its background page in the same way.
 * @param work may fail: that is for its owner to deal with
 */
export function keepAwake(work: Promise<unknown>): void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY);
  const stop = (): void => clearInterval(timer);
  work.then(stop, stop);
}
