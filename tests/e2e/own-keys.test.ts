import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { loadAnew } from './page-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith, loadOwnAnew } from './second-attempt.ts';
import { tabTo } from './tab-to.ts';

/** Keys and mark styles that are chosen in the options hold at once in a popover that is open; a kept passage has its address. */

const words = 'I have read the map and I have read the mood';

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('what the options say of the popover in $name', ({ start }) => {
  let site: SampleSite;
  let options: Page;
  let page: Page;
  let frame: Frame;

  beforeAll(async () => {
    site = await openSampleSite(start);
    options = await site.session.openOwn('src/options/options.html');
    page = await site.session.browser.newPage();
    await page.goto(`http://${publisher}/sample/article.html`, { waitUntil: 'load' });
    await untilPainted(page, 10);
    frame = await openPopover(page, words, 'Helena Marrow');
  });
  afterAll(() => site.close());

  beforeSecondAttemptWith(
    () => site.library,
    async () => {
      await loadOwnAnew(options);
      await site.library.evaluate(() => {
        location.hash = '#/articles';
      });
      await loadAnew(page, 10);
      frame = await openPopover(page, words, 'Helena Marrow');
    },
  );

  /** Presses the button in the options whose label begins so. */
  const choose = (label: string): Promise<boolean> =>
    until(label, () =>
      options.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('button[aria-label]')];
        const found = buttons.find((one) => one.getAttribute('aria-label')?.startsWith(wanted));
        found?.focus();
        found?.click();
        return found !== undefined;
      }, label),
    );
  /** The keys that the popover tells for a control. */
  const untilKey = (label: string, key: string | null): Promise<boolean> =>
    until(`"${label}" by ${key}`, () =>
      frame.evaluate(
        ([name, wanted]) =>
          document.querySelector(`[aria-label="${name}"]`)?.getAttribute('aria-keyshortcuts') === wanted,
        [label, key] as const,
      ),
    );
  const press = async (key: 'e' | 'l' | '1' | '2'): Promise<void> => {
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await page.keyboard.press(key);
  };
  const kept = async () => (await ask(site.library, 'annotations.search', { query: 'mood', limit: 1 }))[0];

  it('another key is captured, but none that does something else already', async () => {
    await options.bringToFront();
    await choose('Copy link to these words: ');
    await options.keyboard.press('c');
    await until('what stands against it', () =>
      options.evaluate(
        () => document.querySelector('.key-warning')?.textContent.includes('Copy as citation') === true,
      ),
    );
    await options.keyboard.press('e');
    await untilKey('Copy link to these words', 'E');
    await page.bringToFront();
    await press('e');
    await until('the link to be copied', () =>
      frame.evaluate(() => document.querySelector('.toast')?.textContent.includes('Link copied.') === true),
    );
  });

  it('with keys alone: Tab leads to a key, Enter and a key choose it; Tab goes on to the next', async () => {
    await options.bringToFront();
    await tabTo(options, '[aria-label^="Copy as citation: "]', true);
    await options.keyboard.press('Enter');
    await until('it to wait', async () => (await options.$('.key-waiting')) !== null);
    await options.keyboard.press('q');
    await untilKey('Copy as citation', 'Q');
    await until('the key in the list', () =>
      options.evaluate(
        () => document.activeElement?.getAttribute('aria-label')?.startsWith('Copy as citation: Q.') === true,
      ),
    );
    await tabTo(options, '[aria-label="Switch the key off: Copy as citation"]');
    await options.keyboard.press('Enter');
    await untilKey('Copy as citation', null);
    await until('the way back under the focus', () =>
      options.evaluate(
        () => document.activeElement?.getAttribute('aria-label') === 'Switch the key on: Copy as citation',
      ),
    );
    await options.keyboard.press('Enter');
    await untilKey('Copy as citation', 'C');
  });

  it('Escape leaves a key as it is', async () => {
    await options.bringToFront();
    await choose('Copy link to these words: ');
    await options.keyboard.press('Escape');
    expect(await options.evaluate(() => document.querySelector('.key-waiting'))).toBeNull();
    await untilKey('Copy link to these words', 'E');
  });

  it('a key that is switched off does nothing, the others go on', async () => {
    await untilKey('Evidence', '1');
    await choose('Switch the key off: Mark style 1');
    await untilKey('Evidence', null);
    await page.bringToFront();
    await press('1');
    await press('2');
    await until('the second style', async () => (await kept())?.annotation.target.styleClass === 'rose');
  });

  it('a mark style gets its new name, typed with keys alone, in the popover that is open', async () => {
    await options.bringToFront();
    await tabTo(options, '.style-line:first-child .input', true);
    await options.keyboard.type('Proof of it');
    await until('the name', () =>
      frame.evaluate(() => document.querySelector('[aria-label="Proof of it"]') !== null),
    );
  });

  it('what is kept has an address in the library, which shows it lit', async () => {
    const hit = await kept();
    if (hit === undefined) throw new Error('not kept');
    const { id } = hit.annotation;
    await site.library.evaluate(
      (place) => {
        location.hash = place;
      },
      `#/article?${new URLSearchParams({ source: hit.article.source, passage: id })}`,
    );
    await until('the passage, lit, with the focus', () =>
      site.library.evaluate(
        (wanted) => document.activeElement?.querySelector('.lit')?.getAttribute('data-pick') === wanted,
        id,
      ),
    );
  });
});
