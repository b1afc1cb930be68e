import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone } from '#scripts/driver/main-job.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { paintedWords } from './page-steps.ts';
import { type FixtureSite, openFixtures, publisher } from './sample-site.ts';

/** Pages that are built in unusual ways: in shadow roots alone, endless, written into anew. */

const mayor = 'We have paid for that crane';

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('shapes of pages in $name', ({ start }) => {
  let site: FixtureSite;
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    site = await openFixtures(start);
    ({ session } = site);
  });
  afterAll(() => site.close());
  afterEach(() => page.close());
  const open = async (path: string): Promise<void> => {
    page = await session.open(`http://${publisher}/live/${path}`);
    await page.bringToFront();
  };
  const untilMarked = (words: string): Promise<boolean> =>
    until(`"${words}" to be marked`, async () =>
      (await paintedWords(page)).some((text) => text.includes(words)),
    );

  it('a page that is wholly in open shadow roots is read and marked', async () => {
    await open('shadow.html?the-ferry-stays-for-one-more-winter');
    await untilMarked('Without that ferry');
    await untilMarked('We shall count every passenger');
  });

  it('marks follow a reader down an endless page, and those above stay', async () => {
    await open('story.html');
    await untilMarked(mayor);
    await page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<div style="height: 1500px"></div>');
      let count = 0;
      addEventListener('scroll', () => {
        if (count >= 3 || scrollY + innerHeight < document.documentElement.scrollHeight - 1600 + count * 40) return;
        count++;
        document.querySelector('#last').insertAdjacentHTML('afterend',
          '<p>“Part ' + count + ' of the story is never the last,” said Juno Pell, who lives beside the crane and has looked at it for sixty years from her kitchen.</p>');
      });`);
    await page.mouse.move(300, 300);
    for (const part of [1, 2, 3]) {
      await page.mouse.wheel({ deltaY: 700 });
      await untilMarked(`Part ${part} of the story`);
    }
    await untilMarked(mayor);
  });

  it('keys reach a popover that was opened before its own page had come', async () => {
    for (let round = 0; round < 4; round++) {
      if (round > 0) await page.close();
      await open('story.html');
      await untilMarked(mayor);
      await openPopover(page, mayor, 'Benno Tarrow');
      await page.keyboard.press('Escape');
      await popoverGone(page);
    }
  });

  it('a document that is written anew is read, and its marks open', async () => {
    await open('story.html');
    await untilMarked(mayor);
    await page.evaluate(async () => {
      const html = await (await fetch('story.html')).text();
      document.open();
      document.write(html.replace('We have paid for that crane', 'We have sung for that crane'));
      document.close();
    });
    await untilMarked('We have sung for that crane');
    // Ours and no more, after all listeners of the first document have gone.
    await until('our element', () =>
      page.evaluate(() => document.documentElement.lastElementChild?.localName === 'div'),
    );
    await openPopover(page, 'We have sung for that crane', 'Benno Tarrow');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
    expect((await paintedWords(page)).filter((text) => text.includes(mayor))).toEqual([]);
  });
});
