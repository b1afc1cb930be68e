import type { Browser, Frame, Page } from 'puppeteer-core';

/** A surface of ours that a driver can look into: code runs in its page, with its document as the first argument. */
export interface Surface {
  run<T, A extends unknown[]>(
    code: (document: Document, ...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
}

/** A browser with the built extension, driven by the same words in Chromium and Firefox. */
export interface Session {
  readonly name: 'chromium' | 'firefox';
  readonly browser: Browser;
  /** The origin of our own pages, with a slash at the end. */
  readonly ownOrigin: string;
  /** Opens a page in a new tab and waits until it has loaded. */
  open(address: string): Promise<Page>;
  /** Clicks the toolbar icon while this page's tab is in front, and gives the real popup. */
  popup(page: Page): Promise<Surface>;
  /** Saves a picture of the open popup, where the driver can take one. */
  shootPopup(path: string): Promise<void>;
  closePopup(): Promise<void>;
  /** Opens a page of ours in a tab: `src/library/library.html`. */
  openOwn(path: string): Promise<Page>;
  /** Hosts to which anything in the browser has sent a request, the browser's own services left out. */
  contactedHosts(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Waits until `probe` gives something other than null or false; tells what it waited for when the time (ms) is up. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | false>,
  patience = 15_000,
): Promise<T> {
  const end = performance.now() + patience;
  let last: unknown = null;
  while (performance.now() < end) {
    try {
      const value = await probe();
      if (value !== null && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`Waited ${patience} ms for ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
}

/** The source of a call of `code` with a document, as it stands in the page, and plain values. The code must not use what stands around it. */
export function callOf(
  code: (...args: never[]) => unknown,
  document: string,
  args: readonly unknown[],
): string {
  return `(${code.toString()})(${[document, ...args.map((value) => JSON.stringify(value))].join(', ')})`;
}

/**
 * The popover's frame on a page, which stands in a closed shadow root where the page cannot find it. Firefox tells the driver no
 * address of a frame of another origin: the frame itself is asked. Its driver also goes on to name frames of pages that lie in the
 * back/forward cache: one that is seen comes before them.
 */
export function popoverFrame(page: Page): Promise<Frame> {
  return until('the popover frame', async () => {
    let hidden: Frame | null = null;
    for (const frame of page.frames()) {
      // In a page that lies in the cache a look at the window throws.
      const state = await frame
        .evaluate(() => `${document.visibilityState} ${innerWidth} ${location.href}`)
        .catch(() => '');
      if (!state.includes('/popover.html')) continue;
      if (state.startsWith('visible')) return frame;
      hidden ??= frame;
    }
    return hidden;
  });
}
