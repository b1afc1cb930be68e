import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { annotation, article } from '#tests/storage/records.ts';
import { untilText } from './library-steps.ts';
import { tabTo, tabToNamed } from './tab-to.ts';

/**
 * What one does in the library and in the options, from an import to the end of everything and back, with keys and nothing else. The
 * popover, the popup and the welcome page have tests of their own. Each step makes the library that it begins with, so that it can be
 * tried by itself.
 */

const fixture = new URL('../fixtures/import/hypothesis.api.json', import.meta.url).pathname;
/** What one passage of that file is when it has been brought in. */
const source = 'https://www.example-courier.com/harbour/ferry-plan';
const title = 'The ferry that nobody ordered';
const exact = 'The ferry will cost no more than the bridge';
const pageOfArticle = `#/article?source=${encodeURIComponent(source)}`;

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('by keyboard alone in $name', ({ start }) => {
  let downloads = '';
  let session: Session;
  /** Asks the background for what a step begins with. */
  let desk: Page;
  let library: Page;
  let options: Page;

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
    session = await start({ downloads });
    desk = await session.openOwn('src/library/library.html#/trash');
  });

  afterAll(async () => {
    await session.close();
    await rm(downloads, { recursive: true, force: true });
  });

  /** Nothing is kept, backed up, chosen or downloaded but the passage with this note; null: not that, either. */
  const begin = async (note: string | null): Promise<void> => {
    await ask(desk, 'storage.wipe', { backups: true });
    await desk.evaluate(`chrome.storage.local.remove('detection')`);
    for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
    if (note === null) return;
    const record = annotation({ number: 1, source, exact, note });
    await ask(desk, 'annotations.put', {
      annotation: record,
      article: article({ source, title }),
      base: null,
    });
  };
  /** Each part in a tab of its own: beyond a page's end Tab leads into Firefox's own bars, and its driver not back from there. */
  const openOwn = async (path: string, shown: string): Promise<Page> => {
    const page = await session.openOwn(path);
    await page.bringToFront();
    await until(shown, async () => (await page.$(shown)) !== null);
    return page;
  };
  const openLibrary = async (place: string, shown = '.import-open-place'): Promise<void> => {
    library = await openOwn(`src/library/library.html${place}`, shown);
  };
  const openOptions = async (shown = '#data'): Promise<void> => {
    options = await openOwn('src/options/options.html', shown);
  };
  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]);
  };
  const untilFocused = (page: Page, text: string): Promise<boolean> =>
    until(`the focus on “${text}”`, () =>
      page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, text),
    );
  /** Waits until what has the focus matches. */
  const untilOn = (page: Page, selector: string): Promise<boolean> =>
    until(`the focus on ${selector}`, () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector),
    );
  const isChoiceAsAtFirst = (): Promise<boolean> =>
    options.evaluate(
      () => document.querySelector<HTMLInputElement>('.choices .choice:last-child input')?.checked === true,
    );

  it('a file is brought in', async () => {
    await begin(null);
    await openLibrary('');
    await tabToNamed(library, 'Import…');
    await press(library, 'Enter');
    await untilOn(library, '.dialog *');
    await tabTo(library, '.import-file');
    // No driver can press keys in the system's own window for a file: the field that they have reached gets it.
    const field = await library.$('input.import-file:focus');
    await field?.uploadFile(fixture);
    await until('the preview', async () => (await library.$('.dialog .figures')) !== null);
    await tabTo(library, '.dialog .button-primary');
    await press(library, 'Enter');
    await untilText(library, 'Imported.');
    await press(library, 'Escape');
    await untilFocused(library, 'Import…');
  });

  it('a passage is searched for, tagged and taken out', async () => {
    await begin('Who paid for this?');
    await openLibrary('');
    await tabTo(library, '.library-link');
    await press(library, '/');
    await untilOn(library, '.library-tools input');
    await library.keyboard.type('ferry');
    await untilText(library, '1 passage');
    await tabTo(library, '.feed-row');
    await press(library, 'x');
    await untilText(library, '1 selected');
    await tabToNamed(library, 'Tags', true);
    await press(library, 'Enter');
    await untilOn(library, '.menu input');
    await library.keyboard.type('boats');
    await press(library, 'Enter');
    await untilText(library, 'Tagged 1 passage.');
    await tabTo(library, '.bulk .export-open-place .button');
    await press(library, 'Enter');
    await until('the formats', async () => (await library.$('.format-row')) !== null);
    await tabTo(library, '.format-row input');
    await press(library, 'ArrowDown');
    await tabTo(library, '.dialog .button-primary');
    await press(library, 'Enter');
    await until('the file', async () =>
      (await readdir(downloads)).some((name) => !/\.(?:crdownload|part)$/.test(name)),
    );
    await untilFocused(library, 'Close');
    await press(library, 'Escape');
    await untilFocused(library, 'Export');
  });

  it('it is deleted, brought back from the trash, and gets a note on the page of its article', async () => {
    await begin('Who paid for this?');
    await openLibrary('#/search?q=ferry', '.feed-row');
    await tabTo(library, '.feed-row');
    await press(library, 'Delete');
    await untilText(library, 'Deleted.');
    await openLibrary('#/trash');
    await untilText(library, '30 days left');
    await tabToNamed(library, 'Bring back');
    await press(library, 'Enter');
    await untilText(library, 'Brought back 1 passage.');
    await openLibrary('#/articles', '.list-row-title a');
    await tabToNamed(library, title);
    await press(library, 'Enter');
    await until('the passage', async () => (await library.$('.record-foot')) !== null);
    await tabToNamed(library, 'Edit note and tags');
    await press(library, 'Enter');
    await untilOn(library, 'textarea');
    await library.keyboard.type('Asked twice. ');
    await until('the note', async () => {
      const hits = await ask(library, 'annotations.search', { query: 'twice', limit: 9 });
      return hits.length === 1;
    });
  });

  it('a part of the options is gone to, and what is chosen there takes effect', async () => {
    await begin(null);
    await openOptions();
    await tabTo(options, '.section-link[href="#detection"]');
    await press(options, 'Enter');
    await until('the focus at its head', () =>
      options.evaluate(() => {
        const { activeElement } = document;
        const top = activeElement?.getBoundingClientRect().top ?? -1;
        return activeElement?.id === 'detection' && top >= 0 && top < innerHeight / 2;
      }),
    );
    await until('where one is', () =>
      options.evaluate(
        () => document.querySelector('.section-link[aria-current]')?.getAttribute('href') === '#detection',
      ),
    );
    await press(options, 'Tab');
    await untilOn(options, '.choices input');
    await press(options, 'ArrowUp');
    const chosen = (): Promise<unknown> =>
      options.evaluate(
        `chrome.storage.local.get('detection').then(({ detection }) => detection?.sensitivity ?? null)`,
      );
    await until('the choice to be kept', async () => (await chosen()) !== null);
  });

  it('in a narrow window the parts are folded up; Escape folds them up again', async () => {
    await openOptions();
    await options.setViewport({ width: 400, height: 800 });
    await tabTo(options, '.section-nav-open');
    await press(options, 'Enter');
    await untilOn(options, '[aria-expanded=true]');
    await press(options, 'Tab');
    await untilOn(options, '.section-links-open .section-link');
    await press(options, 'Escape');
    await untilOn(options, '.section-nav-open[aria-expanded=false]');
    await press(options, 'Enter');
    await untilOn(options, '[aria-expanded=true]');
    await tabTo(options, '.section-link[href="#data"]');
    await press(options, 'Enter');
    await until('the focus at its head, in sight', () =>
      options.evaluate(() => {
        const bar = document.querySelector('.section-nav')?.getBoundingClientRect().bottom ?? 0;
        const top = document.activeElement?.getBoundingClientRect().top ?? -1;
        return document.activeElement?.id === 'data' && top >= bar;
      }),
    );
    await until('the name of that part above', async () =>
      options.evaluate(() => document.querySelector('.section-nav-open')?.textContent === 'What you kept'),
    );
  });

  it('a backup is made; then everything is deleted, and nothing before it was asked twice', async () => {
    await begin('Asked twice. ');
    await openLibrary(pageOfArticle, '.record-foot');
    await openOptions();
    await desk.evaluate(`chrome.storage.local.set({ detection: { sensitivity: 'possible' } })`);
    await until('the choice', async () => !(await isChoiceAsAtFirst()));
    await tabToNamed(options, 'Back up now');
    await press(options, 'Enter');
    await untilText(options, 'The backup is made.');
    await tabToNamed(options, 'Delete everything…');
    await press(options, 'Enter');
    await untilText(options, '1 kept passage');
    await tabToNamed(options, 'Continue');
    await press(options, 'Enter');
    await untilText(options, 'Really delete everything?');
    await untilFocused(options, 'Cancel');
    expect(await ask(options, 'storage.kept', null)).toBe(1);
    await tabToNamed(options, 'Delete everything');
    await press(options, 'Enter');
    await untilText(options, 'Everything is deleted.');
    await untilFocused(options, 'Delete everything…');
    // All surfaces are in step: the library in its tab, and what had been chosen.
    await untilText(library, 'Nothing is kept of this article');
    await until('the choice as at first', isChoiceAsAtFirst);
  });

  it('the backup that was made brings all of it back', async () => {
    await begin('Asked twice. ');
    await ask(desk, 'backups.make', null);
    await ask(desk, 'storage.wipe', { backups: false });
    await openLibrary(pageOfArticle);
    await untilText(library, 'Nothing is kept of this article');
    await openOptions('.backup-row .button');
    await tabTo(options, '.backup-row:first-child .button');
    await press(options, 'Enter');
    await untilText(options, 'What would change');
    await tabTo(options, '.dialog .button-primary:not([disabled])');
    await press(options, 'Enter');
    await untilText(options, 'Restored.');
    expect(await ask(options, 'storage.kept', null)).toBe(1);
    await library.bringToFront();
    await untilText(library, 'Asked twice.');
  });
});
