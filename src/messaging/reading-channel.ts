import browser, { type Runtime } from 'webextension-polyfill';
import { senderOf } from './server.ts';

const name = 'reading';

/** Where the quotation begins that the reader's eye is on, in the article's text (UTF-16 units); null for none. */
export type ReadingPlace = number | null;

/**
 * On a page of ours: follows where the reader is on a tab's page, over a port of its own, so that a page that is scrolled never wakes
 * the background. Ends, without an error, when the page is left or the signal aborts.
 */
export function followReading(
  tabId: number,
  callback: (place: ReadingPlace) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const port = browser.tabs.connect(tabId, { name, frameId: 0 });
  port.onMessage.addListener((message: unknown) => {
    if (!signal.aborted)
      callback(typeof message === 'number' && Number.isSafeInteger(message) ? message : null);
  });
  port.onDisconnect.addListener(() => {
    if (!signal.aborted) callback(null);
  });
  signal.addEventListener('abort', () => port.disconnect(), { once: true });
}

/**
 * In a content script: for each page of ours that follows the reader, calls `watch` with what tells it the place, and a signal that
 * aborts when nobody follows any more. Anybody else's connection is closed.
 */
export function serveReading(
  watch: (tell: (place: ReadingPlace) => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const ownOrigin = browser.runtime.getURL('');
  const listener = (port: Runtime.Port): void => {
    if (port.name !== name) return;
    if (port.sender === undefined || senderOf(port.sender, ownOrigin, browser.runtime.id)?.kind !== 'ui') {
      port.disconnect();
      return;
    }
    const end = new AbortController();
    port.onDisconnect.addListener(() => end.abort());
    signal.addEventListener('abort', () => port.disconnect(), { once: true, signal: end.signal });
    watch((place) => port.postMessage(place), AbortSignal.any([signal, end.signal]));
  };
  browser.runtime.onConnect.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(listener), { once: true });
}
