import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttempt } from './second-attempt.ts';

/**
 * A private window of a reader who has allowed us there: what is only read leaves nothing behind, what the reader keeps is kept, and the
 * popup says so.
 */

const address = `http://${publisher}/sample/article.html`;
const words = 'I have read the map and I have read the mood';

describe.each([
  {
    name: 'Chromium',
    start: (options: Parameters<typeof startChromium>[0]) => startChromium({ ...options, inPrivate: true }),
  },
  {
    name: 'Firefox',
    start: (options: Parameters<typeof startFirefox>[0]) => startFirefox({ ...options, inPrivate: true }),
  },
])('a private window in $name', ({ start }) => {
  let site: SampleSite;
  let library: Page;
  let page: Page;
  /** What was stored before any private window was open. */
  let before: unknown;

  /** All that we have stored of what was read: in the database, beside it, and in the memory that ends with the browser. */
  const stored = async (): Promise<unknown> => ({
    articles: await ask(library, 'library.articles', { offset: 0, limit: 9 }),
    ledger: await ask(library, 'ledger.list', { offset: 0, limit: 9 }),
    people: await ask(library, 'people.list', { query: '', order: 'name', offset: 0, limit: 9 }),
    beside: await library.evaluate(`chrome.storage.local.get(null).then(({ revision, ...rest }) => rest)`),
    databases: await library.evaluate(`(async () => {
      const names = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of database.objectStoreNames) {
          const count = await new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).count();
            request.onsuccess = () => resolve(request.result);
          });
          names.push(name + ' ' + store + ' ' + count);
        }
        database.close();
      }
      return names;
    })()`),
  });

  beforeAll(async () => {
    site = await openSampleSite(start);
    library = site.library;
    // The reader who keeps a ledger of all that he or she reads must not find there what was read in private.
    await ask(library, 'settings.put', { key: 'ledger.enabled', value: true });
    await ask(library, 'storage.state', null);
    before = await storedAtRest();
  });

  afterAll(() => site.close());

  /** What is stored when the background has done what an installation brings: the welcome is noted after its page has been opened. */
  async function storedAtRest(): Promise<unknown> {
    await until(
      'the welcome to be noted',
      () =>
        library.evaluate(
          `chrome.storage.local.get('welcomed').then(({ welcomed }) => welcomed === true)`,
        ) as Promise<boolean>,
    );
    let last: unknown = null;
    return until('a store that stays as it is', async () => {
      const then = last;
      last = await stored();
      if (isDeepStrictEqual(last, then)) return last;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return null;
    });
  }

  const privateTabs = async (): Promise<number> =>
    (await library.evaluate(
      `chrome.tabs.query({}).then((tabs) => tabs.filter(({ incognito }) => incognito).length)`,
    )) as number;
  /** Opens the article in a private window, which is then the only one. */
  const openPrivate = async (): Promise<Page> => {
    await library.evaluate(`chrome.windows.getAll().then((all) => Promise.all(
      all.filter(({ incognito }) => incognito).map(({ id }) => chrome.windows.remove(id)))).then(() => null)`);
    await until('no private window', async () => (await privateTabs()) === 0);
    const { browser } = site.session;
    const targets = new Set(browser.targets());
    const pages = new Set(await browser.pages());
    await library.evaluate(
      `chrome.windows.create({ url: ${JSON.stringify(address)}, incognito: true }).then(() => null)`,
    );
    return until('the private window', async () => {
      // Chromium's driver does not count a window of ours among the pages that it knows.
      for (const target of browser.targets())
        if (!targets.has(target) && target.url() === address) return target.page();
      for (const one of await browser.pages())
        if (!pages.has(one) && (await one.evaluate(() => location.href).catch(() => '')) === address)
          return one;
      return null;
    });
  };

  // What an attempt has left of a visit, and what it has kept, is put away; never what was noted unasked.
  beforeSecondAttempt(async () => {
    await site.session.closePopup().catch(() => null);
    page = await openPrivate();
    await untilPainted(page, 20);
    const everything = { search: { query: '', filter: {} }, except: [] };
    await ask(library, 'library.delete', { selection: everything });
  });

  it('reading there is marked as anywhere, and records nothing', async () => {
    page = await openPrivate();
    expect(await privateTabs()).toBe(1);
    await untilPainted(page, 20);
    // What a window that is not private has noted by now, as the last test shows.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await stored()).toEqual(before);
  });

  it('the popup says what keeping does there', async () => {
    const says = 'what you keep here stays in your library';
    if (site.session.name === 'chromium') {
      const popup = await site.session.popup(page);
      await until('the line', () => popup.run((root, words) => root.body.textContent.includes(words), says));
      await site.session.closePopup();
      return;
    }
    // Firefox shows the popup of a private window to no page outside of it: there its page stands in a tab of that window.
    await library.evaluate(`chrome.windows.getAll().then((all) => chrome.tabs.create({
      windowId: all.find(({ incognito }) => incognito).id, url: chrome.runtime.getURL('src/popup/popup.html') })).then(() => null)`);
    const popup = await until('the line', async () => {
      for (const one of await site.session.browser.pages())
        if ((await one.evaluate(() => document.body.textContent).catch(() => '')).includes(says)) return one;
      return null;
    });
    await popup.close();
  });

  it('what is kept there is in the library, with its note, and nothing else of the visit', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await writeNote(page, frame, 'kept in private');
    const { items } = await ask(library, 'library.articles', { offset: 0, limit: 9 });
    expect(items.map(({ count }) => count)).toEqual([1]);
    expect((await ask(library, 'ledger.list', { offset: 0, limit: 9 })).total).toBe(0);
    const [hit] = await ask(library, 'annotations.search', { query: 'private', limit: 9 });
    expect(hit?.annotation.quotation?.speaker).toBe('Helena Marrow');
  });

  it('the same article in a normal window is noted as the reader has asked', async () => {
    // Not by the driver, whose new tab comes into the window in front: the private one.
    await library.evaluate(`chrome.windows.getAll().then((all) => chrome.tabs.create({
      windowId: all.find(({ incognito }) => !incognito).id, url: ${JSON.stringify(address)} })).then(() => null)`);
    await until(
      'the ledger',
      async () => (await ask(library, 'ledger.list', { offset: 0, limit: 9 })).total > 0,
    );
  });
});
