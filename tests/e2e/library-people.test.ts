import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted, writeNote } from '#scripts/driver/main-job.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { detachedNodes } from '#tests/trust/browsers/detached-nodes.ts';
import { isWhole } from '#tests/trust/browsers/whole-file.ts';
import { go } from './library-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { tabTo, tabToNamed } from './tab-to.ts';

/**
 * The people of the library, on what was kept from two pages that quote one speaker. Each step makes the library that it begins with, so
 * that it can be tried by itself.
 */

const words = 'I have read the map and I have read the mood';
const speaker = 'Helena Marrow';
const first = { offset: 0, limit: 10 };

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the people of the library in $name', ({ name, start }) => {
  let downloads = '';
  let site: SampleSite;
  let session: Session;
  let library: Page;
  /** What was kept from the two pages. */
  let kept: readonly SearchHit[] = [];

  const people = async () =>
    (await ask(library, 'people.list', { query: speaker, order: 'count', ...first })).items;

  /** Clicks what matches and has these words, once it is there. */
  const click = (selector: string, text: string): Promise<boolean> =>
    until(`“${text}” to click`, () =>
      library.evaluate(
        (wanted, part) => {
          const found = [...document.querySelectorAll<HTMLElement>(wanted)].find((element) =>
            element.textContent?.includes(part),
          );
          found?.click();
          return found !== undefined;
        },
        selector,
        text,
      ),
    );
  const shows = (selector: string, text: string): Promise<boolean> =>
    until(`“${text}” in ${selector}`, () =>
      library.evaluate(
        (wanted, part) => document.querySelector(wanted)?.textContent?.includes(part) ?? false,
        selector,
        text,
      ),
    );

  async function keepOn(path: string, note: string): Promise<void> {
    const page = await session.open(`http://${publisher}${path}`);
    await page.bringToFront();
    await untilPainted(page, 5);
    const frame = await openPopover(page, words, speaker);
    await writeNote(page, frame, note);
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await page.close();
  }

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-people-'));
    site = await openSampleSite((options) => start({ ...options, downloads }));
    session = site.session;
    const html = await readFile(join(site.folder, 'sample/article.html'), 'utf8');
    const again = html.replaceAll('River deal is near', 'The river, a day later');
    await writeFile(join(site.folder, 'sample/second.html'), again);
    library = site.library;
    await keepOn('/sample/article.html', 'one');
    await keepOn('/sample/second.html', 'two');
    await library.bringToFront();
    kept = await ask(library, 'annotations.search', { query: '', limit: 9 });
  });

  afterAll(async () => {
    await site.close();
    await rm(downloads, { recursive: true, force: true });
  });

  /** The library holds what was kept, and nothing was done with it since; it shows its people. */
  const begin = async (): Promise<void> => {
    await ask(library, 'storage.wipe', { backups: true });
    for (const { annotation, article } of kept)
      await ask(library, 'annotations.put', { annotation, article, base: null });
    await go(library, '#/people');
    await until('both people', () =>
      library.evaluate((name) => {
        const rows = [...document.querySelectorAll('.list-row-title')];
        return rows.filter(({ textContent }) => textContent === name).length === 2;
      }, speaker),
    );
  };
  const openPerson = async (): Promise<void> => {
    await click('.list-row-title a', speaker);
    await shows('.person-title', speaker);
    await shows('.namesakes', speaker);
  };

  it('People of one name in two articles are never merged by themselves: the reader is asked', async () => {
    expect((await people()).map(({ quotations, articles }) => [quotations, articles])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await begin();
    await openPerson();
  });

  it('are one when the reader says so, and two again when that is undone', async () => {
    await begin();
    await openPerson();
    await click('.namesake .button', 'The same');
    await shows('.person-head', '2 quotations · 2 articles');
    await until('both passages', () =>
      library.evaluate(() => document.querySelectorAll('.record').length === 2),
    );
    expect(await people()).toHaveLength(1);
    await click('.toast button', 'Undo');
    await shows('.person-head', '1 quotation · 1 article');
    await shows('.namesakes', speaker);
    expect(await people()).toHaveLength(2);
  });

  it('are renamed, and found by both names; undo gives the old name back', async () => {
    await begin();
    await openPerson();
    await click('.person-actions button', 'Rename');
    await until('the field', () =>
      library.evaluate(() => document.querySelector('.person-form input') !== null),
    );
    await library.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.person-form input');
      if (field === null) throw new Error('no field');
      field.value = 'The President';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('the button', () =>
      library.evaluate(
        () => document.querySelector('.person-form button[type=submit]:not(:disabled)') !== null,
      ),
    );
    await click('.person-form button[type=submit]', 'Rename');
    await shows('.person-title', 'The President');
    expect(await people()).toHaveLength(2);
    expect(
      (await ask(library, 'people.list', { query: 'president', order: 'name', ...first })).items,
    ).toHaveLength(1);
    await click('.toast button', 'Undo');
    await shows('.person-title', speaker);
  });

  it('are reached from a passage’s speaker', async () => {
    await begin();
    await go(library, '#/notes');
    await click('.record-speaker', speaker);
    await shows('.person-title', speaker);
    expect(await library.evaluate(() => location.hash)).toContain('#/person?id=');
  });

  it('are joined, split and renamed with keys alone; the focus stays where one was', async () => {
    await begin();
    await openPerson();
    const press = (key: 'Enter' | ' '): Promise<void> => library.keyboard.press(key);
    const focusOn = (name: string): Promise<boolean> =>
      until(`the focus on “${name}”`, () =>
        library.evaluate((wanted) => document.activeElement?.textContent === wanted, name),
      );
    const untilField = (): Promise<boolean> =>
      until('the focus in the form', () =>
        library.evaluate(() => document.activeElement?.closest('.person-form') !== null),
      );
    // From the top: beyond a page's end Tab leads into Firefox's own bars, and its driver not back from there.
    await library.keyboard.press('/');
    await until('the focus in the search', () =>
      library.evaluate(() => document.activeElement?.matches('.search-input') ?? false),
    );
    await tabToNamed(library, 'Join with another');
    await press('Enter');
    await untilField();
    await tabTo(library, '.person-choices input[type=radio]');
    await press(' ');
    await tabTo(library, '.person-form button[type=submit]:not(:disabled)');
    await press('Enter');
    await shows('.person-head', '2 quotations · 2 articles');
    await focusOn('Join with another');

    await tabToNamed(library, 'Split');
    await press('Enter');
    await untilField();
    await press(' ');
    await tabTo(library, '.person-form input[type=text]');
    await library.keyboard.type('Marrow of the river');
    await press('Enter');
    await shows('.person-head', '1 quotation · 1 article');
    await until('the two of them', async () => {
      const found = await ask(library, 'people.list', { query: 'marrow', order: 'name', ...first });
      return found.items.map(({ person }) => person.name).join() === `${speaker},Marrow of the river`;
    });

    await tabToNamed(library, 'Rename', true);
    await press('Enter');
    await untilField();
    await library.keyboard.type('The President');
    await press('Enter');
    await shows('.person-title', 'The President');
    await focusOn('Rename');
  });

  // Firefox tells nobody which nodes scripts hold; the soak measures how much memory they take there.
  if (name === 'Chromium')
    it('leave nothing in the page’s memory when they are left, nor does an export: what was taken out of the document is no more after twice than after once', async () => {
      await begin();
      await openPerson();
      const session = await library.createCDPSession();
      const there = (selector: string): Promise<boolean> =>
        until(selector, () =>
          library.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
        );
      const lookAndExport = async (): Promise<void> => {
        await go(library, '#/people');
        await openPerson();
        await go(library, '#/notes');
        await there('.record-foot');
        await click('.export-open-place .button', '');
        await there('.format-row input:checked');
        await click('.dialog .button-primary:not([disabled])', '');
        await there('.dialog .export-outcome p:not(.trouble)');
        await until('the file', () => isWhole(downloads));
        await click('.dialog-actions .button', 'Close');
        for (const file of await readdir(downloads)) await rm(join(downloads, file));
        await go(library, '#/trash');
        await until('the empty trash', () =>
          library.evaluate(() => document.querySelector('.record-foot, .dialog') === null),
        );
      };
      // What is shown first is held on purpose by Preact, whose parent's children it is.
      await lookAndExport();
      const before = await detachedNodes(session);
      await lookAndExport();
      const after = await detachedNodes(session);
      await session.detach();
      expect(after.toSorted()).toEqual(before.toSorted());
    });
});
