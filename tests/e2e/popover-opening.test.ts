import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { clickWords, openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { clickIn } from './click-in.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';

/** How soon the popover is there. It measures times: nothing else runs beside it. */

const words = 'I have read the map and I have read the mood';
/** From the click to the content, in ms. */
const soon = 80;

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the popover opens in $name', ({ name, start }) => {
  let site: SampleSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSampleSite(start);
    page = await site.session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(page, 20);
    await page.bringToFront();
  });

  afterAll(() => site.close());

  const close = async (frame: Frame): Promise<void> => {
    await clickIn(frame, '.popover-close button');
    await popoverGone(page);
  };

  it(`is there ${soon} ms after the click`, async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await close(frame);
    const times: number[] = [];
    for (const [mark, shows] of Array.from({ length: 8 }, (_, at) =>
      at % 2 ? ([words, 'read the mood'] as const) : (['Ruth Lindqvist', 'Ruth Lindqvist'] as const),
    )) {
      await page.evaluate(() => {
        const note = (event: Event): void => {
          document.documentElement.dataset['clicked'] = String(performance.timeOrigin + event.timeStamp);
        };
        addEventListener('click', note, { capture: true, once: true });
      });
      // The frame is given its height in the moment in which it is shown.
      const there = frame.evaluate(
        (text) =>
          new Promise<number>((resolve) => {
            const was = document.querySelector('article');
            const look = (): void => {
              const now = document.querySelector('article');
              const high = document.querySelector('.popover')?.getBoundingClientRect().height ?? 0;
              if (now !== was && now?.textContent.includes(text) && innerHeight >= Math.min(460, high) - 1)
                resolve(performance.timeOrigin + performance.now());
              else setTimeout(look, 1);
            };
            look();
          }),
        shows,
      );
      await clickWords(page, mark);
      const end = await there;
      times.push(end - Number(await page.evaluate(() => document.documentElement.dataset['clicked'])));
      await close(frame);
    }
    console.log(`${name}: from click to content ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeLessThanOrEqual(soon);
  });
});
