import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { exporters } from '#core/export/registry.ts';
import {
  openPopover,
  popoverGone,
  popoverShowing,
  untilPainted,
  writeNote,
} from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { fromAddressBar, fromMenu } from './browser-offers.ts';
import { speaker, words } from './hostile-article.ts';
import { isWhole } from './whole-file.ts';
import { chooseFiles, click, goTo, isThere, press, shows, write } from './surface-steps.ts';
import { telltale, temptingNote } from './tempting-article.ts';

/** What the tour needs: a browser whose downloads go to `downloads`, and the address of the tempting article. */
export interface TourPlace {
  readonly session: Session;
  readonly article: string;
  readonly downloads: string;
}

/** How often the article is loaded on the way. */
export const loads = 2;

type Station = (place: TourPlace, page: Page) => Promise<unknown>;

const reload = async (page: Page): Promise<void> => {
  await page.reload({ waitUntil: 'load' });
  await untilPainted(page, 3);
};

/** The welcome page's four steps. */
async function welcome({ session }: TourPlace): Promise<void> {
  const page = await session.openOwn('src/welcome/welcome.html');
  await press(page, '.mark-quotation');
  await press(page, '.sample-card .button-primary');
  await write(page, '.sample-card textarea', temptingNote);
  await press(page, '.step .button');
  await until('the steps', () => page.evaluate(() => document.querySelectorAll('.step-done').length >= 3));
  await page.close();
}

/** On the article: a person's card, a quotation with a tempting note, its correction, the note read again after a reload. */
async function reading(_: TourPlace, page: Page): Promise<void> {
  await openPopover(page, 'Jonas Ferrel', 'Jonas Ferrel');
  await page.keyboard.press('Escape');
  await popoverGone(page);
  const frame = await openPopover(page, words, speaker);
  await writeNote(page, frame, temptingNote);
  await page.keyboard.press('Escape');
  await popoverGone(page);
  await reload(page);
  const again = await openPopover(page, words, 'Kept');
  await until('the note', () =>
    again.evaluate(() => document.querySelector('.note-words')?.textContent?.includes('bare') === true),
  );
  await again.evaluate(() => document.querySelector<HTMLElement>('.corrections-open button')?.click());
  await page.keyboard.press('Escape');
  await popoverGone(page);
  const other = await openPopover(page, `said and`, 'Lars Holt');
  await other.evaluate(() => document.querySelector<HTMLElement>('.popover .button-primary')?.click());
  await until('the second to be kept', () =>
    other.evaluate(() => document.body.textContent.includes('Kept')),
  );
  await page.keyboard.press('Escape');
  await popoverGone(page);
}

/** The menu of selected words, and the address bar, which leads into the library. */
async function offers({ session }: TourPlace, page: Page): Promise<void> {
  const chosen = 'The boat has lain at the northern quay';
  for (const entry of ['keep-selection', 'note-selection', 'quote-of-somebody']) {
    await page.evaluate((words) => {
      const paragraphs = [...document.querySelectorAll('p')];
      const found = paragraphs.find((one) => one.textContent.startsWith(words));
      if (found === undefined) throw new Error('no such paragraph');
      getSelection()?.selectAllChildren(found);
    }, chosen);
    await fromMenu(session, page, entry);
    await popoverShowing(page, chosen);
    await page.keyboard.press('Escape');
    // The choice of a speaker, where it is open, is what the first one closes.
    if (entry === 'quote-of-somebody') await page.keyboard.press('Escape');
    await popoverGone(page);
  }
  const before = new Set(await session.browser.pages());
  const suggested = await fromAddressBar(session, speaker);
  if (!suggested.includes(speaker)) throw new Error(`suggested: ${suggested.join(' | ')}`);
  const opened = await until('the library, from the address bar', async () => {
    for (const one of await session.browser.pages()) {
      if (before.has(one)) continue;
      const address = await one.evaluate(() => location.href).catch(() => '');
      if (address.includes('library.html#/person?id=')) return one;
    }
    return null;
  });
  await until('the person', () => isThere(opened, '.person-title'));
  await opened.close();
}

/** The popup with a search, and the side panel's page. */
async function popupAndPanel({ session }: TourPlace, page: Page): Promise<void> {
  const popup = await session.popup(page);
  const untilIn = (text: string): Promise<boolean> =>
    until(`“${text}” in the popup`, () =>
      popup.run((document, wanted) => document.body.textContent.includes(wanted), text),
    );
  await untilIn(speaker);
  await popup.run((document) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('no search field');
    field.value = 'bare';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await untilIn('paper');
  await session.closePopup();
  const panel = await session.openOwn('src/panel/panel.html');
  // It shows the article of the tab in front.
  await page.bringToFront();
  await shows(panel, speaker);
  await press(panel, '.segment input:not(:checked)');
  await shows(panel, words);
  await panel.close();
}

/** A file of another tool, of things to load, and one of each format that is read. */
async function bringIn({ downloads }: TourPlace, library: Page): Promise<void> {
  const uri = `http://${telltale}/imported`;
  const annotation = {
    id: 'aBcDeFgHiJkLmNoPqRsT1', created: '2026-09-18T08:00:00+00:00', updated: '2026-09-18T08:00:00+00:00',
    user: 'acct:reader@hypothes.is', uri, text: temptingNote, tags: ['ferry'],
    target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact: 'Brought in from afar', prefix: '', suffix: '' }] }],
    document: { title: ['From afar'] },
  }; // prettier-ignore
  const about = {
    export_date: '2026-09-19T08:00:00Z',
    export_userid: annotation.user,
    client_version: '1.1',
  };
  const path = join(downloads, 'tempting.import.json');
  await writeFile(path, JSON.stringify({ ...about, annotations: [annotation] }));
  const fixtures = 'tests/fixtures/import';
  const others = (await readdir(fixtures)).filter((name) => !name.includes('hostile'));
  await press(library, '.import-open-place .button');
  await chooseFiles(library, [path, ...others.map((name) => join(fixtures, name))]);
  await press(library, '.dialog .button-primary');
  await until('what was brought in', async () => {
    const search = { query: '"Brought in"', filter: {}, order: 'rank', offset: 0, limit: 9 } as const;
    return (await ask(library, 'library.search', search)).total === 1;
  });
  await press(library, '.dialog-actions button');
  await rm(path);
}

/** Every view of the library. */
async function library(_: TourPlace, page: Page): Promise<void> {
  await goTo(page, '#/articles', 'The ferry waits');
  await press(page, '.list-row-title a', 'The ferry waits');
  await until('the article', () => isThere(page, '.record'));
  await press(page, '.record .copy-row button');
  await press(page, '.article-origins summary');
  await goTo(page, '#/search?q=bare', 'Brought in');
  await write(page, '.search-input', 'ferry');
  await until('the search', () => page.evaluate(() => location.hash.includes('q=ferry')));
  await goTo(page, '#/people', speaker);
  await press(page, '.list-row-title a', speaker);
  await until('the person', () => isThere(page, '.person-title'));
  await press(page, '.person-facts summary');
  for (const _ of ['opened', 'closed']) await press(page, '.person-actions button');
  await write(page, '.person-note textarea', temptingNote);
  await page.evaluate(() => document.querySelector<HTMLElement>('.person-note textarea')?.blur());
  await goTo(page, '#/notes', 'bare');
  await goTo(page, '#/ledger', words);
  await goTo(page, '#/notes', speaker);
  await press(page, '.record-speaker', speaker);
  await until('whom a name means', () => isThere(page, '.person-title'));
  await goTo(page, '#/search?q=ferry&kind=direct&order=newest', words);
  await press(page, '.filters .filter button');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  await until('the keys', () => isThere(page, '.dialog .keys'));
  await press(page, '.dialog-actions button');
}

/** Everything taken out in every format, and all in files of an article each. */
async function takeOut({ downloads }: TourPlace, library: Page): Promise<void> {
  await press(library, '.export-open-place .button');
  for (const { format } of exporters) {
    // Of more than ten files a second from one page Chromium drops some without a word (LocalFrame::ShouldThrottleDownload).
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const name of await readdir(downloads)) await rm(join(downloads, name));
    await press(library, `.format-row input[value="${format}"]`);
    await click(library, '.dialog .button-primary');
    const file = until(`the file of ${format}`, () => isWhole(downloads));
    await file.catch(async (error: unknown) => {
      const said = await library.evaluate(() => document.querySelector('.export-outcome')?.textContent);
      throw new Error(`The dialogue says: ${said}`, { cause: error });
    });
  }
  await press(library, '.dialog-actions .button');
}

/** The options: the whole page, a backup, and its return. */
async function options({ session }: TourPlace): Promise<void> {
  const page = await session.openOwn('src/options/options.html');
  await press(page, '.sheet-actions .button', 'Back up now');
  await shows(page, 'The backup is made.');
  await press(page, '.backup-row .button');
  await press(page, '.dialog .button-primary');
  await shows(page, 'Restored.');
  const sections = await page.evaluate(() =>
    [...document.querySelectorAll('.section-link')].map(({ textContent }) => textContent),
  );
  if (sections.length < 4) throw new Error(`sections: ${sections.join(' | ')}`);
  for (const section of sections) await press(page, '.section-link', section);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.close();
}

/** What is thrown away, brought back, undone and thrown away for good. */
async function trash(_: TourPlace, page: Page): Promise<void> {
  const { items } = await ask(page, 'library.search', {
    query: 'bare', filter: {}, order: 'rank', offset: 0, limit: 9,
  }); // prettier-ignore
  const ids = items.map(({ annotation }) => annotation.id);
  await ask(page, 'library.delete', { selection: { ids } });
  await goTo(page, '#/trash', 'bare');
  await ask(page, 'history.undo', { expected: null });
  await ask(page, 'library.delete', { selection: { ids: ids.slice(0, 1) } });
  await ask(page, 'library.purge', { ids: 'all' });
  await ask(page, 'ledger.wipe', null);
  await ask(page, 'storage.wipe', { backups: true });
}

/** Where the tour goes, in order. */
const stations: Readonly<Record<string, Station>> = {
  welcome,
  reading,
  'menu and address bar': offers,
  'popup and panel': popupAndPanel,
};
const inLibrary: Readonly<Record<string, Station>> = {
  import: bringIn,
  library,
  export: takeOut,
  'options, backup and restore': options,
  trash,
};

/**
 * Visits every surface and does there what a reader does.
 * @returns the names of the stations
 * @throws an Error that names the station at which something did not come about
 */
export async function takeWholeTour(place: TourPlace): Promise<readonly string[]> {
  const done: string[] = [];
  const at = async (name: string, visit: Station, page: Page): Promise<void> => {
    await visit(place, page).catch((error: unknown) => {
      throw new Error(`the tour, at ${name}`, { cause: error });
    });
    done.push(name);
  };
  const own = await place.session.openOwn('src/library/library.html');
  await ask(own, 'settings.put', { key: 'ledger.enabled', value: true });
  const page = await place.session.open(place.article);
  await page.bringToFront();
  await untilPainted(page, 3);
  for (const [name, visit] of Object.entries(stations)) {
    await page.bringToFront();
    await at(name, visit, page);
  }
  await own.bringToFront();
  for (const [name, visit] of Object.entries(inLibrary)) {
    await own.bringToFront();
    await at(name, visit, own);
  }
  return done;
}
