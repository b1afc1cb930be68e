import { type Browser, TargetType } from 'puppeteer-core';
import { until } from '../../scripts/driver/session.ts';

/**
 * The source of a function that tells for how long, in ms, its thread has been held at most since it was made: a beat every four
 * milliseconds, and the longest wait for one. What else the machine does is in it. (A trace of it all is more than a browser can give
 * back in one piece.)
 */
export const WATCH = `(() => {
  let longest = 0;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 4);
    last = now;
  };
  const timer = setInterval(beat, 4);
  return () => {
    beat();
    clearInterval(timer);
    return longest;
  };
})()`;

/** Watches the background from now on. Answers what tells its longest hold, in ms. */
export async function longestGap(browser: Browser): Promise<() => Promise<number>> {
  const target = await until('the worker', async () => {
    return browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER) ?? null;
  });
  const protocol = await target.createCDPSession();
  await protocol.send('Runtime.evaluate', { expression: `globalThis.longestHold = ${WATCH}; null` });
  return async () => {
    const { result } = await protocol.send('Runtime.evaluate', { expression: 'longestHold()' });
    await protocol.detach();
    if (typeof result.value !== 'number')
      throw new Error('the background was put to sleep while it exported');
    return result.value;
  };
}
