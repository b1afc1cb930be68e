import type { Page } from 'puppeteer-core';
import { until } from './session.ts';

/**
 * Goes to an address as a link does, and waits until its page has loaded. Not the driver's own way: once a page has been kept in the
 * back/forward cache, Firefox's driver waits now and then for a `load` that was long ago.
 */
export async function followLink(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => void setTimeout(() => location.assign(to)), address);
  const isThere = (): Promise<boolean> =>
    page.evaluate((to) => location.href === to && document.readyState === 'complete', address);
  await until(`the page ${address}`, isThere, 60_000);
}
