import type { Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';
import { followLink } from './follow-link.ts';
import { until } from './session.ts';

/**
 * Leaves a page for another address and comes back as a reader does, by the history.
 * @returns whether the browser had kept the page whole, in the back/forward cache, rather than load it anew
 */
export async function awayAndBack(page: Page, elsewhere: string): Promise<boolean> {
  const here = await page.evaluate(() => {
    // Lives as long as this very document: the page loaded anew has none.
    Object.assign(window, { wasKept: true });
    return location.href;
  });
  await followLink(page, new URL(elsewhere).href);
  // Not by the driver: what comes back from the cache fires no `load`, for which it would wait.
  await page.evaluate(() => void setTimeout(() => history.back(), 20));
  await until(`to be back on ${here}`, () =>
    page.evaluate((address) => location.href === address && document.readyState === 'complete', here),
  );
  const wasKept = await page.evaluate(() => 'wasKept' in window);
  if (wasKept) await tellFrames(page);
  return wasKept;
}

/**
 * Tells the driver of the frames that a page has. Firefox says that they are gone when it puts a page into its cache, and nothing when
 * it takes them out again (w3c/webdriver-bidi, issue 659), so that they would miss in `page.frames()` for ever.
 */
async function tellFrames(page: Page): Promise<void> {
  const browser = page.browser();
  const frame = page.mainFrame();
  if (!(browser instanceof BidiBrowser) || !(frame instanceof BidiFrame)) return;
  const parent = frame.browsingContext.id;
  const { connection } = browser;
  const { result } = await connection.send('browsingContext.getTree', { root: parent });
  const known = new Set([...frame.browsingContext.children].map(({ id }) => id));
  for (const child of result.contexts[0]?.children ?? [])
    if (!known.has(child.context)) connection.emit('browsingContext.contextCreated', { ...child, parent });
}
