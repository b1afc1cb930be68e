import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagsOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';

/** What one does with a passage besides keeping it: a mark style, tags from one's own, copies, a note that is drawn. */

const words = 'I have read the map and I have read the mood';

const toastSays = (frame: Frame, words: string): Promise<unknown> =>
  until(`the toast to say "${words}"`, () =>
    frame.evaluate((text) => document.querySelector('.toast')?.textContent.includes(text) === true, words),
  );

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('a passage in $name', ({ start }) => {
  let site: SampleSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSampleSite(start);
    page = await site.session.browser.newPage();
    await page.goto(`http://${publisher}/sample/article.html`, { waitUntil: 'load' });
    await untilPainted(page, 10);
  });
  afterAll(() => site.close());

  const kept = async () => {
    const [hit] = await ask(site.library, 'annotations.search', { query: 'map mood', limit: 1 });
    return hit?.annotation ?? null;
  };

  it('gets a mark style by one key, is painted in it, and loses it by Undo', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const before = await page.evaluate(() => CSS.highlights.size);
    await page.keyboard.press('1');
    await toastSays(frame, 'Marked as Evidence.');
    await until('the style to be stored', async () => (await kept())?.target.styleClass === 'green');
    await until('a highlight of its own', () =>
      page.evaluate((count) => CSS.highlights.size > count, before),
    );
    await page.keyboard.press('2');
    await until('the other style', async () => (await kept())?.target.styleClass === 'rose');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.toast button')?.click());
    await until('the first style again', async () => (await kept())?.target.styleClass === 'green');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('is copied as a citation and as a link, though the page is no secure one', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await page.keyboard.press('c');
    await toastSays(frame, 'Citation copied.');
    await frame.evaluate(() => document.querySelector('textarea')?.focus());
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await until('the citation in the note', () =>
      frame.evaluate(
        (text) => document.querySelector('textarea')?.value.includes(text) === true,
        '— Helena Marrow, ',
      ),
    );
    await until('the note to be saved', () =>
      frame.evaluate(() => document.querySelector('.save-done') !== null),
    );
  });

  it('has its note drawn when one comes back; tags of one’s own are offered and taken by key', async () => {
    const annotation = await kept();
    if (annotation === null) throw new Error('not kept');
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 10);
    const frame = await openPopover(page, words, 'Kept');
    await until('the note, drawn, with its link', () =>
      frame.evaluate(() => document.querySelector('.note-words a[rel="noopener noreferrer"]') !== null),
    );
    await frame.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('Überfluss');
    await page.keyboard.press('Enter');
    await until('the tag', async () => tagsOf((await kept()) ?? annotation).includes('Überfluss'));
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    expect(tagsOf((await kept()) ?? annotation)).toEqual([]);
  });
});
