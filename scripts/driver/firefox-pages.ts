import type { Browser } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';

/** So long may Firefox take to announce a tab that already stands in its tree, in ms, before it is taken to have forgotten it. */
const announced = 2_000;

/**
 * Lets `browser.pages()` give every tab. Firefox announces a new one when it is ready; one that goes to another process before that, as a
 * tab of ours does in a busy moment, it never announces: what it waited for is gone, and what stands in its place counts as known
 * (`#onContextAttached` in remote/webdriver-bidi/modules/root/browsingContext.sys.mjs, `why === 'replace'`). Its tree has the tab, so it is
 * announced from there, in the way in which puppeteer takes in the tabs that it finds when it connects.
 */
export function withAllPages(browser: Browser): Browser {
  // Puppeteer declares its inner classes twice, which TypeScript takes for two.
  const inner: unknown = browser;
  if (!(inner instanceof BidiBrowser)) return browser;
  const { connection } = inner;
  const known = browser.pages.bind(browser);
  const missedSince = new Map<string, number>();

  const announceMissed = async (): Promise<void> => {
    const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
    // Asked after the tree, so that a tab announced meanwhile is among them.
    const ids = new Set<string>();
    for (const page of await known()) {
      const frame: unknown = page.mainFrame();
      if (frame instanceof BidiFrame) ids.add(frame.browsingContext.id);
    }
    for (const info of result.contexts) {
      if (ids.has(info.context)) {
        missedSince.delete(info.context);
        continue;
      }
      const since = missedSince.get(info.context) ?? performance.now();
      missedSince.set(info.context, since);
      if (performance.now() - since >= announced) connection.emit('browsingContext.contextCreated', info);
    }
  };

  browser.pages = async (includeAll) => {
    await announceMissed();
    return known(includeAll);
  };
  return browser;
}
