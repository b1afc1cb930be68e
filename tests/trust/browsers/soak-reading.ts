import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { exporters } from '#core/export/registry.ts';
import { awayAndBack } from '#scripts/driver/away-and-back.ts';
import { followLink } from '#scripts/driver/follow-link.ts';
import { openPopover, popoverGone, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { soakArticle } from './soak-articles.ts';
import { pathOf } from './soak-site.ts';
import { isWhole } from './whole-file.ts';
import { goTo, isThere, press, write } from './surface-steps.ts';

/** What stays open from the beginning of the soak to its end. */
export interface Desk {
  readonly session: Session;
  /** Scheme and host of the newspaper. */
  readonly origin: string;
  readonly downloads: string;
  readonly library: Page;
  /** A page that changes within itself. */
  readonly app: Page;
}

/** The article that is shown between the rounds: one of which nothing is kept. */
const resting = 1;

/** So many articles are read in a round. Each round holds the same, so that what is there after each can be compared. */
export const roundSize = 20;

/** Waits until an article's own quotation is painted. */
async function untilMarked(page: Page, number: number): Promise<void> {
  const { words } = soakArticle(number);
  // A page that changes within itself is read on a budget: on a busy machine it takes a while.
  const read = (): Promise<boolean> =>
    page.evaluate(
      (wanted) =>
        [...CSS.highlights.values()].some((ranges) =>
          [...ranges.values()].map(String).some((text) => text.includes(wanted)),
        ),
      words,
    );
  await until(`the marks of article ${number}`, read, 60_000);
}

async function closePopover(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await popoverGone(page);
}

/** Reads one article that is in front: keeps a note on every second, looks at every sixth's speaker, scrolls through the rest. */
async function readArticle(page: Page, number: number, isKeeping: boolean): Promise<void> {
  await untilMarked(page, number);
  const { words, speaker } = soakArticle(number);
  if (number % 2 === 0) {
    const frame = await openPopover(page, words, speaker);
    if (isKeeping) await writeNote(page, frame, `check ${number}`);
    await closePopover(page);
  } else if (number % 6 === 3) {
    await openPopover(page, speaker, speaker);
    await closePopover(page);
  } else {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  }
}

/** Eleven articles one after the other in one tab, with a look at the front page and a way back. */
async function readInOneTab({ session, origin }: Desk, from: number, isKeeping: boolean): Promise<void> {
  const page = await session.open(origin + pathOf(from));
  await page.bringToFront();
  for (let number = from; number < from + 11; number++) {
    if (number > from) await followLink(page, origin + pathOf(number));
    await readArticle(page, number, isKeeping);
    if (number === from + 5) {
      await awayAndBack(page, `${origin}/`);
      await untilMarked(page, number);
    }
  }
  await page.close();
}

/** Six articles in a page that changes within itself, back and forward among them. */
async function readInApp({ app }: Desk, from: number, isKeeping: boolean): Promise<void> {
  await app.bringToFront();
  for (let number = from; number < from + 6; number++) {
    await app.evaluate(`go(${number})`);
    await readArticle(app, number, isKeeping);
  }
  for (const [step, number] of [
    [-2, from + 3],
    [1, from + 4],
  ] as const) {
    await app.evaluate(`history.go(${step})`);
    await untilMarked(app, number);
  }
}

/** Three in tabs of their own, of which two are closed before anything of ours can be done with them. */
async function readInTabs({ session, origin }: Desk, from: number): Promise<void> {
  const hasty = [await session.open(origin + pathOf(from)), await session.open(origin + pathOf(from + 1))];
  await Promise.all(hasty.map((page) => page.close()));
  const page = await session.open(origin + pathOf(from + 2));
  await page.bringToFront();
  await untilMarked(page, from + 2);
  await page.close();
}

/** The popup on the page that changes within itself, the options, and the panel's page: opened and closed. */
async function openSurfaces({ session, app }: Desk): Promise<void> {
  await session.popup(app);
  await session.closePopup();
  for (const path of ['src/options/options.html', 'src/panel/panel.html']) {
    const page = await session.openOwn(path);
    await until(path, () => page.evaluate(() => document.querySelector('#root > *') !== null));
    await page.close();
  }
}

/** A search, an article, a person, notes; one format taken out; one passage thrown away and brought back. */
async function workInLibrary({ library, downloads }: Desk, from: number, round: number): Promise<void> {
  await library.bringToFront();
  await goTo(library, '#/articles', 'number');
  await write(library, '.search-input', `"check ${from}"`);
  await until('the passage', () =>
    library.evaluate(
      (words) =>
        document.querySelectorAll('main .record').length === 1 &&
        (document.querySelector('main')?.textContent ?? '').includes(words),
      `check ${from}`,
    ),
  );
  // Of a long list only the rows in sight are drawn.
  const named = `#/people?q=${encodeURIComponent(soakArticle(from).speaker)}`;
  await goTo(library, named, soakArticle(from).speaker);
  await press(library, '.list-row-title a', soakArticle(from).speaker);
  await until('the person', () => isThere(library, '.person-title'));
  await goTo(library, '#/notes', 'check');
  await press(library, '.export-open-place .button');
  const format = exporters[round % exporters.length]?.format ?? 'json';
  await press(library, `.format-row input[value="${format}"]`);
  await press(library, '.dialog .button-primary');
  await until('the file', () => isWhole(downloads));
  await press(library, '.dialog-actions .button');
  for (const name of await readdir(downloads)) await rm(join(downloads, name));
  const search = { query: `"check ${from}"`, filter: {}, order: 'rank', offset: 0, limit: 1 } as const;
  const { items } = await ask(library, 'library.search', search);
  await ask(library, 'library.delete', { selection: { ids: items.map(({ annotation }) => annotation.id) } });
  await ask(library, 'history.undo', { expected: null });
}

/** Nothing is kept, and nothing is open but what stays open: how a reading begins, also when it is tried again. */
export async function clearDesk(desk: Desk): Promise<void> {
  const { session, app, library, downloads } = desk;
  await session.closePopup().catch(() => null);
  for (const page of await session.browser.pages()) {
    const address = await page.evaluate(() => location.href).catch(() => '');
    const isOver = address.startsWith(desk.origin) || /\/(?:options|panel)\.html/.test(address);
    if (page !== app && page !== library && isOver) await page.close();
  }
  for (const name of await readdir(downloads)) await rm(join(downloads, name));
  await ask(library, 'storage.wipe', { backups: true });
  await library.bringToFront();
  await library.evaluate(() => {
    document.body.dataset['was'] = 'here';
    setTimeout(() => location.reload());
  });
  await until('the library', () =>
    library.evaluate(
      () => document.body.dataset['was'] === undefined && document.querySelector('.library-link') !== null,
    ),
  );
}

/**
 * Reads twenty articles, and brings what stays open back to where it was.
 * @param isKeeping whether notes are kept; without it nothing is added
 */
export async function readRound(desk: Desk, round: number, isKeeping: boolean): Promise<void> {
  const from = round * roundSize;
  await readInOneTab(desk, from, isKeeping);
  await readInApp(desk, from + 11, isKeeping);
  await readInTabs(desk, from + 17);
  await openSurfaces(desk);
  if (isKeeping) await workInLibrary(desk, from, round);
  await comeToRest(desk);
}

/** The same article on the page that changes within itself, and an empty view in the library. */
async function comeToRest({ app, library }: Desk): Promise<void> {
  await app.bringToFront();
  await app.evaluate(`go(${resting})`);
  await untilMarked(app, resting);
  await library.evaluate(() => {
    location.hash = '#/ledger';
  });
  await until('the empty view', () =>
    library.evaluate(
      () =>
        document.querySelector('.library-link[aria-current]')?.getAttribute('href') === '#/ledger' &&
        document.querySelector('.dialog') === null,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}
