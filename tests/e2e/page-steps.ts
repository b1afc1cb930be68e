import type { Page } from 'puppeteer-core';
import { untilPainted } from '#scripts/driver/main-job.ts';

/**
 * Loads an article anew and waits until so many places are painted: nothing is open on it then, and it stands at its beginning. Its tab
 * comes to the front.
 */
export async function loadAnew(page: Page, places: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.reload({ waitUntil: 'load' });
  await untilPainted(page, places);
}

/** Highlights are all that a page can see of ours: what text they cover, in the page and in its same-origin frames. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const windows = [window, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow)];
    return windows.flatMap((view) => {
      if (!view) return [];
      const { highlights } = (view as Window & typeof globalThis).CSS;
      return [...highlights.values()].flatMap((highlight) => [...highlight.values()].map(String));
    });
  });
}

/**
 * Has the page do something, and waits there until words are painted, or are no longer.
 * @returns how long that took, in ms of the page's own clock
 */
export function timeToPaint(page: Page, act: string, words: string, isPainted = true): Promise<number> {
  const source = `(async () => {
    const covers = () => [window, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow)]
      .flatMap((view) => [...view.CSS.highlights.values()].flatMap((highlight) => [...highlight.values()].map(String)))
      .some((text) => text.includes(${JSON.stringify(words)}));
    const start = performance.now();
    await (async () => { ${act} })();
    while (covers() !== ${isPainted} && performance.now() - start < 10_000) await new Promise((resolve) => setTimeout(resolve, 15));
    return performance.now() - start;
  })()`;
  return page.evaluate(source) as Promise<number>;
}
