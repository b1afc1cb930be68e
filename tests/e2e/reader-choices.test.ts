import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, paintedPlaces, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, tellPages } from '#scripts/driver/own-page.ts';
import { type Session, type Surface, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { beforeSecondAttemptWith, loadOwnAnew } from './second-attempt.ts';

/** What the reader chooses takes effect at once on pages that are open; the icon says how much is kept there. */

const host = 'www.hindustantimes.com';
const address = `http://${host}/sample/article.html`;
const words = 'I have read the map and I have read the mood';

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the reader’s choices in $name', ({ start }) => {
  let site: Served;
  let session: Session;
  let options: Page;
  let page: Page;
  beforeAll(async () => {
    site = await serve('tests/fixtures');
    session = await start({ hosts: { [host]: site.port } });
    options = await session.openOwn('src/options/options.html');
    page = await session.open(address);
    await untilPainted(page, 20);
  });
  afterAll(async () => {
    await session.close();
    await site.close();
  });

  beforeSecondAttemptWith(
    () => options,
    async () => {
      await session.closePopup().catch(() => null);
      await loadOwnAnew(options);
      await page.bringToFront();
      await page.goto(address, { waitUntil: 'load' });
      await untilPainted(page, 20);
    },
  );

  /** Clicks what has these words, or is labelled with them, in the options. */
  const choose = (label: string): Promise<boolean> =>
    until(label, () =>
      options.evaluate((wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, label')];
        const found = all.find(
          (element) =>
            element.getAttribute('aria-label') === wanted || element.textContent?.startsWith(wanted),
        );
        found?.click();
        return found !== undefined;
      }, label),
    );
  const untilFewer = (than: number): Promise<number> =>
    until(`fewer than ${than} painted places`, async () => {
      const count = await paintedPlaces(page);
      return count < than ? count + 1 : null;
    });
  const badges = async (): Promise<readonly string[]> =>
    (await options.evaluate(`chrome.tabs.query({}).then((tabs) =>
      Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id }))))`)) as string[];
  const untilBadge = (text: string): Promise<boolean> =>
    until(`a badge "${text}"`, async () => {
      const shown = (await badges()).filter((badge) => badge !== '');
      return text === '' ? shown.length === 0 : shown.includes(text);
    });
  const shows = (popup: Surface, text: string): Promise<boolean> =>
    until(`"${text}"`, () =>
      popup.run((document, wanted) => document.body.textContent.includes(wanted), text),
    );

  it('fewer marks when only sure ones are wanted, all again when everything is', async () => {
    const all = await paintedPlaces(page);
    await choose('Only sure ones');
    await untilFewer(all);
    await choose('Everything');
    await untilPainted(page, all);
  });

  it('no marks in a language that is not read', async () => {
    const all = await paintedPlaces(page);
    await choose('English');
    await untilFewer(1);
    await choose('English');
    await untilPainted(page, all);
  });

  it('nothing on a site that is switched off, until it is switched on again in the popup', async () => {
    await options.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.search-input');
      if (!field) throw new Error('no field');
      field.value = 'hindustantimes.com';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('why it is on', () =>
      options.evaluate(() => document.body.textContent?.includes('On: a newspaper it knows') ?? false),
    );
    await choose('Switch off at hindustantimes.com');
    await untilFewer(1);
    const popup = await session.popup(page);
    await shows(popup, 'On Record is switched off on this site');
    await popup.run((document) => document.querySelector<HTMLElement>('.notice .button')?.click());
    await shows(popup, 'Helena Marrow');
    await session.closePopup();
    await untilPainted(page, 20);
  });

  it('the icon counts what is kept, right after keeping, undoing and leaving the page', async () => {
    await page.bringToFront();
    await untilBadge('');
    const frame = await openPopover(page, words, 'Helena Marrow');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.keep-bar .button-primary')?.click());
    await untilBadge('1');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await ask(options, 'history.undo', { expected: null });
    await untilBadge('');
    await ask(options, 'history.redo', { expected: null });
    await untilBadge('1');
    await page.evaluate(() => {
      document.body.textContent = '';
      history.pushState(null, '', '/front');
    });
    await untilBadge('');
    await page.goto(address, { waitUntil: 'load' });
    await untilBadge('1');
  });

  it('everything deleted: nothing is kept on the open page, by its icon and by its marks', async () => {
    expect(await ask(options, 'storage.kept', null)).toBe(1);
    await ask(options, 'storage.wipe', { backups: true });
    await untilBadge('');
    expect(await ask(options, 'storage.kept', null)).toBe(0);
    await untilPainted(page, 20);
  });

  it('the keys are the page’s while the reader types there', async () => {
    await untilPainted(page, 20);
    const typing = async (): Promise<boolean> => (await tellPages(options, 'page.isTyping')).includes(true);
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      host.id = 'comment';
      const field = document.createElement('textarea');
      host.attachShadow({ mode: 'open' }).append(field);
      document.body.append(Object.assign(document.createElement('button'), { id: 'press' }));
    });
    expect(await typing()).toBe(false);
    await page.evaluate(() =>
      document.querySelector('#comment')?.shadowRoot?.querySelector('textarea')?.focus(),
    );
    expect(await typing()).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLElement>('#press')?.focus());
    expect(await typing()).toBe(false);
    await page.evaluate(() => {
      const editable = document.body.appendChild(document.createElement('p'));
      editable.contentEditable = 'true';
      editable.focus();
    });
    expect(await typing()).toBe(true);
  });
});
