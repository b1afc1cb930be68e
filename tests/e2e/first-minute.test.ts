import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { beforeSecondAttempt, closeAll } from './second-attempt.ts';
import { tabTo } from './tab-to.ts';

/** The welcome page, by mouse and by keyboard: four steps that tick themselves off, in under a minute, with nothing left in the library. */

const pictures = process.env['PICTURES'];

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the first minute in $name', ({ start }) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await start();
  });
  afterAll(() => session.close());

  beforeSecondAttempt(() => closeAll(session, '/options.html'));

  const done = (count: number): Promise<boolean> =>
    until(`${count} steps done`, () =>
      page.evaluate((wanted) => document.querySelectorAll('.step-done').length === wanted, count),
    );
  const shoot = async (name: string): Promise<void> => {
    if (!pictures) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${session.name}-${name}.png`), fullPage: true });
  };
  const open = async (): Promise<void> => {
    page = await session.openOwn('src/welcome/welcome.html');
    await page.bringToFront();
    await until('the sample', () =>
      page.evaluate(() => document.querySelectorAll('.mark-quotation').length >= 3),
    );
    expect(await page.evaluate(() => document.querySelector('.mark-kept') === null)).toBe(true);
  };
  /** The step that needs a file only has to offer it. */
  const withoutDownload = (): Promise<void> =>
    page.evaluate(() => {
      HTMLAnchorElement.prototype.click = () => undefined;
    });

  it('by mouse', async () => {
    const began = performance.now();
    await open();
    await withoutDownload();
    const click = (selector: string): Promise<void> => page.locator(selector).click();
    await click('.mark-quotation');
    await click('.sample-card .button-primary');
    await done(1);
    await click('.sample-text:last-child .mark-quotation');
    await click('.sample-card .button-quiet');
    await until('the names', () =>
      page.evaluate(() => {
        const names = [...document.querySelectorAll<HTMLElement>('.picker-person')];
        const name = names.find(({ textContent }) => textContent === 'Ada Okonkwo');
        name?.setAttribute('data-wanted', '');
        return name !== undefined;
      }),
    );
    await click('[data-wanted]');
    await done(2);
    await click('.sample-card textarea');
    await page.keyboard.type('Who pays?');
    await done(3);
    await click('.step .button');
    await done(4);
    await shoot('first-minute');
    expect(performance.now() - began).toBeLessThan(60_000);
    await page.evaluate(() => history.pushState(null, '', '#back'));
    await click('.welcome > .sheet-actions .button-primary');
    await until('its tab to close', () => page.evaluate(() => false).catch(() => true));
  });

  it('by keyboard alone, and nothing of it is in the library', async () => {
    await open();
    await withoutDownload();
    await tabTo(page, '.mark-quotation');
    await page.keyboard.press('Enter');
    await tabTo(page, '.sample-card .button-primary');
    await page.keyboard.press('Enter');
    await done(1);
    await tabTo(page, '.sample-card .button-quiet');
    await page.keyboard.press('Enter');
    await tabTo(page, '.picker input');
    await page.keyboard.type('Ada Okonkwo');
    await page.keyboard.press('Enter');
    await done(2);
    await tabTo(page, 'textarea');
    await page.keyboard.type('Who pays?');
    await done(3);
    await tabTo(page, '.step .button', true);
    await page.keyboard.press('Enter');
    await done(4);
    expect(await ask(page, 'library.articles', { offset: 0, limit: 9 })).toMatchObject({ items: [] });
    await page.close();
  });

  it('an empty library leads back to it, and to the options', async () => {
    const places = async (): Promise<readonly string[]> => {
      const pages = await session.browser.pages();
      return Promise.all(pages.map((one) => one.evaluate(() => location.pathname).catch(() => '')));
    };
    const count = async (end: string): Promise<number> =>
      (await places()).filter((place) => place.endsWith(end)).length;
    page = await session.openOwn('src/library/library.html');
    await page.bringToFront();
    const before = await count('/welcome.html');
    await page.locator('.notice .button').click();
    await until('the sample', async () => (await count('/welcome.html')) === before + 1);
    await page.bringToFront();
    await page.locator('.library-icons [aria-label="Options"]').click();
    await until('the options', async () => (await count('/options.html')) === 1);
  });
});
