import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';

/** An English article in the library of a browser that speaks Arabic: what is English begins on the right, as all that stands beside it. */
describe('an article of the other direction', () => {
  let site: Served;
  let session: Session;
  beforeAll(async () => {
    site = await serve('tests/fixtures');
    session = await startChromium({ language: 'ar' });
  });
  afterAll(async () => {
    await session.close();
    await site.close();
  });

  it('has its short quotations and its names on the right', { timeout: 60_000 }, async () => {
    const page = await session.open(`${site.origin}/sample/article.html`);
    await untilPainted(page, 20);
    const popover = await openPopover(page, 'Both of them say Friday', 'Helena Marrow');
    await page.keyboard.press('k');
    await until('the passage to be kept', () =>
      popover.evaluate(() => document.querySelector('.save-done') !== null),
    );
    const library = await session.openOwn('src/library/library.html');
    await until('the article', () =>
      library.evaluate(() => {
        const link = document.querySelector<HTMLElement>('.list-row-title a');
        link?.click();
        return link !== null;
      }),
    );
    /** How many pixels are free on the right of the words in an element, within the box that they stand in. */
    const free = (words: string, box: string): Promise<number> =>
      until(words, () =>
        library.evaluate(
          (inner, outer) => {
            const element = document.querySelector(inner);
            const around = element?.closest(outer);
            if (!element || !around) return null;
            const range = document.createRange();
            range.selectNodeContents(element);
            return around.getBoundingClientRect().right - range.getBoundingClientRect().right;
          },
          words,
          box,
        ),
      );
    expect(await free('.quoted .words', '.quoted')).toBeLessThan(4);
    expect(await free('.voice-words a', '.voice-name')).toBeLessThan(4);
  });
});
