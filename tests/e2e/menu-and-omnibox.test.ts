import { type Page, TargetType } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';
import { popoverGone, popoverShowing, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { loadAnew } from './page-steps.ts';
import { beforeSecondAttemptWith, closeAll } from './second-attempt.ts';

/** The context menu, the address bar and the keys: the browser's events, dispatched in the real worker, since no driver can reach them. */

const host = 'www.hindustantimes.com';

describe('what the browser itself offers, in Chromium', () => {
  let site: Served;
  let session: ChromiumSession;
  let own: Page;
  let page: Page;
  beforeAll(async () => {
    site = await serve('tests/fixtures');
    session = await startChromium({ hosts: { [host]: site.port } });
    own = await session.openOwn('src/library/library.html');
    page = await session.open(`http://${host}/live/story.html`);
    await page.bringToFront();
    await untilPainted(page, 5);
  });
  afterAll(async () => {
    await session.close();
    await site.close();
  });

  beforeSecondAttemptWith(
    () => own,
    async () => {
      await closeAll(session, '?q=tarrow');
      await loadAnew(page, 5);
    },
  );

  /** Runs code, given as source, in the background's worker. */
  const inWorker = async (source: string): Promise<unknown> => {
    const target = await session.browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
    const worker = await target.worker();
    if (!worker) throw new Error('no worker');
    return worker.evaluate(source);
  };
  const activeTab = `(await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]`;

  it('keeps selected words as a quotation of a person of the article', async () => {
    const people = await until('the people', async () => {
      const stored = (await inWorker(`chrome.storage.session.get(null)`)) as Record<string, unknown>;
      const key = Object.keys(stored).find((name) => name.startsWith('menu-people:'));
      return (key === undefined ? null : (stored[key] as string[])) ?? null;
    });
    expect(people).toContain('Benno Tarrow');
    // The menu has its entries: one that is not there cannot be changed.
    for (const id of [
      'keep-selection',
      'note-selection',
      'quote-selection',
      'quote-of-somebody',
      'quote-of-7',
    ])
      await inWorker(`chrome.contextMenus.update('${id}', {})`);
    await page.evaluate(() => {
      const last = document.querySelector('#last');
      if (last) getSelection()?.selectAllChildren(last);
    });
    await inWorker(`(async () => {
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'quote-of-${people.indexOf('Benno Tarrow')}' }, ${activeTab});
    })()`);
    await popoverShowing(page, 'Benno Tarrow');
    const saved = await until('the record', async () => {
      const [first] = await ask(own, 'annotations.search', { query: 'Tarrow', limit: 9 });
      return first ?? null;
    });
    expect(saved.annotation.quotation).toMatchObject({ speaker: 'Benno Tarrow', status: 'corrected' });
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('opens the library at a search from the address bar', async () => {
    await inWorker(
      `(async () => { chrome.omnibox.onInputEntered.dispatch('tarrow', 'newForegroundTab'); })()`,
    );
    await until('the library', async () => {
      const pages = await session.browser.pages();
      return pages.some((one) => one.url().endsWith('library.html#/search?q=tarrow'));
    });
    await page.bringToFront();
  });

  it('goes to the quotation before by key, but not while the reader types', async () => {
    const press = (): Promise<unknown> =>
      inWorker(`(async () => { chrome.commands.onCommand.dispatch('previous-quotation', ${activeTab}); })()`);
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.id = 'typing';
      field.focus();
    });
    await press();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    await page.evaluate(() => document.querySelector('#typing')?.remove());
    await press();
    await until('the popover', () =>
      page.evaluate(
        () =>
          document.activeElement !== document.body &&
          document.activeElement?.parentElement === document.documentElement,
      ),
    );
  });
});
