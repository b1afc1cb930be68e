import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { popoverGone, popoverShowing, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, tellPages } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { loadAnew } from './page-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith } from './second-attempt.ts';

/** The side panel's page beside an article. It stands in a tab behind the article's, which is then the tab in front of its window. */

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the side panel in $name', ({ start }) => {
  let site: SampleSite;
  let session: Session;
  let own: Page;
  let page: Page;
  let downloads = '';

  /** Runs code, given as source, with the panel's document as `panel`. */
  const inPanel = (source: string): Promise<unknown> =>
    own.evaluate(`(() => {
      const view = chrome.extension.getViews().find(({ location }) => location.pathname.endsWith('/panel.html'));
      const panel = view?.document ?? null;
      return panel === null ? null : (${source});
    })()`);

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-panel-'));
    site = await openSampleSite((options) => start({ ...options, downloads }));
    session = site.session;
    own = site.library;
    page = await session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(page, 1);
    await page.bringToFront();
    await own.evaluate(
      `chrome.tabs.create({ url: chrome.runtime.getURL('src/panel/panel.html'), active: false }).then(() => null)`,
    );
  });

  afterAll(async () => {
    await site.close();
    await rm(downloads, { recursive: true, force: true });
  });

  /** Whether the panel lists the quotations in their order. */
  const inOrder = `panel.querySelectorAll('.segment input')[1]?.checked === true && panel.querySelector('.group') === null`;

  beforeSecondAttemptWith(
    () => own,
    async () => {
      for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
      await session.closePopup().catch(() => null);
      await inPanel(`panel.querySelector('.dialog-actions button')?.click() ?? true`);
      const isInOrder = await inPanel(inOrder);
      await loadAnew(page, 1);
      await until(
        'the list',
        async () => (await inPanel(`panel.querySelectorAll('.row').length > 2`)) === true,
      );
      if (isInOrder !== true) return;
      // A page that is loaded anew has its list by speaker again.
      await inPanel(`panel.querySelectorAll('.segment input')[1].click() ?? true`);
      await until('the order', async () => (await inPanel(inOrder)) === true);
    },
  );

  it('lists the quotations of the article in front, by speaker', async () => {
    const speakers = await until('the list', async () => {
      const names = (await inPanel(
        `[...panel.querySelectorAll('.group-name')].map(({ textContent }) => textContent)`,
      )) as string[] | null;
      return names !== null && names.length > 0 && names;
    });
    expect(speakers).toContain('Helena Marrow');
  });

  it('lists them in order, on request, with who speaks', async () => {
    await inPanel(`panel.querySelectorAll('.segment input')[1].click() ?? true`);
    const rows = await until('the rows', async () => {
      const found = (await inPanel(
        `panel.querySelector('.group') === null && [...panel.querySelectorAll('.row-speaker')].map(({ textContent }) => textContent)`,
      )) as string[] | false | null;
      return found !== null && found !== false && found.length > 1 && found;
    });
    expect(rows).toContain('Helena Marrow');
  });

  it('gives a drag of a detected quotation its words, who speaks, and a link to them', async () => {
    const given = await inPanel(`(() => {
      const line = [...panel.querySelectorAll('.rows li')].find((one) => one.textContent.includes('Helena Marrow'));
      const dataTransfer = new view.DataTransfer();
      line.querySelector('.drag-handle').dispatchEvent(new view.DragEvent('dragstart', { bubbles: true, dataTransfer }));
      return { words: line.querySelector('.words').textContent, text: dataTransfer.getData('text/plain'), link: dataTransfer.getData('text/uri-list') };
    })()`);
    const { words, text, link } = given as Readonly<Record<'words' | 'text' | 'link', string>>;
    expect(text).toContain(words.replace(/^[“"]|[”"]$/g, ''));
    expect(text).toContain(' — Helena Marrow, ');
    expect(link).toContain(`https://${publisher}/sample/article.html#:~:text=`);
  });

  it('lights the quotation that the reader’s eye is on, and another after scrolling', async () => {
    const lit = (): Promise<string | false> =>
      inPanel(`panel.querySelector('.lit .words')?.textContent ?? false`) as Promise<string | false>;
    /** Brings the first or the last paragraph of the article in which somebody is quoted before the reader's eye. */
    const scrollTo = (which: 0 | -1): Promise<void> =>
      page.evaluate((at) => {
        const quoting = [...document.querySelectorAll('article p')].filter((p) =>
          p.textContent?.includes('“'),
        );
        quoting.at(at)?.scrollIntoView({ block: 'center' });
      }, which);
    await scrollTo(0);
    const first = await until('a lit quotation', lit);
    await scrollTo(-1);
    await until('another lit quotation', async () => {
      const now = await lit();
      return now !== false && now !== first;
    });
  });

  /** Whether the caret stands in the paragraph of the page that has this quotation. */
  const isCaretIn = (words: string): Promise<boolean> =>
    page.evaluate((quotation) => {
      const caret = getSelection();
      const paragraph = caret?.anchorNode?.parentElement?.closest('p');
      return (
        caret?.isCollapsed === true && (paragraph?.textContent.includes(quotation.slice(0, 20)) ?? false)
      );
    }, words);

  it('leads the caret to the quotation that was chosen, and says so; in Firefox Tab goes on behind it', async () => {
    const words = (await inPanel(`panel.querySelectorAll('.row .words')[1].textContent`)) as string;
    await inPanel(`panel.querySelectorAll('.row')[1].click() ?? true`);
    await until(
      'the list to say it',
      () =>
        inPanel(
          `panel.querySelector('[role=status].heard').textContent === 'Shown on the page.'`,
        ) as Promise<boolean>,
    );
    await page.bringToFront();
    expect(await isCaretIn(words)).toBe(true);
    // Chromium goes on from where one clicked last or had the focus, wherever the caret is.
    if (session.name === 'chromium') return;
    await page.keyboard.press('Tab');
    const isBehind = await page.evaluate(() => {
      const { activeElement } = document;
      const caret = getSelection()?.anchorNode;
      const place = activeElement === null ? 0 : (caret?.compareDocumentPosition(activeElement) ?? 0);
      return activeElement !== document.body && (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    });
    expect(isBehind).toBe(true);
  });

  it('goes on from there with the key for the next quotation', async () => {
    const before = (await inPanel(`panel.querySelectorAll('.row .words')[1].textContent`)) as string;
    const words = (await inPanel(`panel.querySelectorAll('.row .words')[2].textContent`)) as string;
    await inPanel(`panel.querySelectorAll('.row')[1].click() ?? true`);
    await until('the caret in the one before', () => isCaretIn(before));
    await page.bringToFront();
    expect(await tellPages(own, 'page.openNext')).toContain(true);
    await popoverShowing(page, words.slice(2, 22));
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  /** What the browser has saved, once it is whole. */
  const saved = (ending: string): Promise<string> =>
    until(`a file that ends in ${ending}`, async () => {
      const name = (await readdir(downloads)).find((one) => one.endsWith(ending));
      const text = name === undefined ? '' : await readFile(join(downloads, name), 'utf8');
      return text !== '' && text;
    });

  it('takes the article out from the panel: to a file, and to the clipboard within the click', async () => {
    const source = `https://${publisher}/sample/article.html`;
    const exact = 'have turned brown for a second summer';
    const time = '2026-02-03T10:00:00.000Z';
    const annotation = {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001', type: 'Annotation', motivation: 'highlighting',
      created: time, modified: time, body: [], quotation: null,
      target: { type: 'SpecificResource', source, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
    } as const; // prettier-ignore
    const article = {
      source, title: 'River deal', byline: null, outlet: 'The Lantern', language: 'en', section: null, published: null,
      modified: null, origins: {}, firstSeen: time, lastSeen: time,
    }; // prettier-ignore
    await ask(own, 'annotations.put', { annotation, article, base: null });
    const pressed = (selector: string): Promise<unknown> =>
      until(selector, () => inPanel(`panel.querySelector('${selector}')?.click() ?? panel.querySelector('${selector}') !== null`) as Promise<boolean>); // prettier-ignore
    await pressed('.desk-foot .export-open-place button');
    await pressed('.format-row input[value="ris"]');
    await pressed('.dialog .button-primary:not([disabled])');
    expect(await saved('.ris')).toMatch(/^TY {2}- NEWS\r\n/);
    await until(
      'the end of it',
      async () => (await inPanel(`panel.querySelector('.dialog progress') === null`)) === true,
    );
    await pressed('.format-row input[value="html"]');
    // The browser forgets a click while a long file is written: it is asked at once, and given the text later.
    const isAskedAtOnce = await inPanel(`(() => {
      let isAsked = false;
      view.navigator.clipboard.write = async ([item]) => {
        isAsked = true;
        view.copied = await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()]));
      };
      panel.querySelectorAll('.dialog-actions button')[1].click();
      return isAsked;
    })()`);
    expect(isAskedAtOnce).toBe(true);
    const copied = Object.fromEntries(
      await until('the text', () => inPanel('view.copied ?? null') as Promise<[string, string][] | null>),
    );
    expect(Object.keys(copied).toSorted()).toEqual(['text/html', 'text/plain']);
    for (const text of Object.values(copied)) expect(text).toContain(exact);
    await until(
      'the word',
      async () =>
        (await inPanel(`panel.querySelector('.export-outcome p')?.textContent === 'Copied'`)) === true,
    );
    await inPanel(`panel.querySelector('.dialog-actions button').click() ?? true`);
  });

  it('takes the article out from the popup, to a file', async () => {
    const popup = await session.popup(page);
    const pressed = (wanted: string): Promise<boolean> =>
      until(wanted, () =>
        popup.run((document, selector) => {
          const element = document.querySelector<HTMLElement>(selector);
          element?.click();
          return element !== null;
        }, wanted),
      );
    await pressed('.desk-foot .export-open-place button');
    await pressed('.format-row input[value="csl-json"]');
    await pressed('.dialog .button-primary:not([disabled])');
    const [item] = JSON.parse(await saved('.json')) as { readonly title: string }[];
    // A page that is loaded anew says its title itself.
    const article = await ask(own, 'articles.get', { source: `https://${publisher}/sample/article.html` });
    expect(item?.title).toBe(article?.title);
    expect(item?.title).toMatch(/^River deal/);
    await session.closePopup().catch(() => null);
  });
});
