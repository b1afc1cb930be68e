/**
 * Takes the pictures of the user's guide of the real product, in `docs/pictures`, with what `npm run build` has made:
 *
 *     npx tsx scripts/pictures/guide-pictures.ts
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { popoverGone } from '../driver/main-job.ts';
import { until } from '../driver/session.ts';
import { goTo, openArticle, openExport, openPerson } from './library-steps.ts';
import { keepSome, openOn, type SampleVisit, shown, visitSample } from './sample-visit.ts';

const folder = 'docs/pictures';
/** Of a window, in CSS px. */
const size = { width: 1100, height: 720 };

/** How much of the window's width the article's text takes, in CSS px. */
const column = 745;

/** Takes a picture of the window, or of its first `width` px, when what fades in is there. */
async function shoot(page: Page, name: string, width?: number): Promise<void> {
  await page.mouse.move(1, 1);
  await new Promise((resolve) => setTimeout(resolve, 900));
  const y = await page.evaluate(() => Math.round(scrollY));
  const clip = width === undefined ? {} : { clip: { x: 0, y, width, height: size.height } };
  await page.screenshot({ path: join(folder, `${name}.png`), ...clip });
}

/** Opens a page of ours, to be seen at once by what stands on it. */
async function ownPage({ session }: SampleVisit, path: string, selector: string): Promise<Page> {
  const page = await session.openOwn(path);
  await page.setViewport(size);
  await page.bringToFront();
  await until(selector, async () => (await page.$(selector)) !== null);
  return page;
}

/** The article: the popover on a passage that is kept, a speaker being put right, a person, and all marks. */
async function shootPage({ page }: SampleVisit): Promise<void> {
  await keepSome(page);
  const frame = await openOn(page, shown);
  await shoot(page, 'popover', column);
  await page.keyboard.press('s');
  await until('the names', async () => (await frame.$('.picker-person')) !== null);
  await shoot(page, 'speaker', column);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await popoverGone(page);
  await page.evaluate(() => scrollBy(0, 230));
  await shoot(page, 'marks', column);
}

/** The popup, and the panel that a click in it opens. */
async function shootBeside({ session, page }: SampleVisit): Promise<void> {
  const popup = await session.popup(page);
  await until('the list in the popup', () =>
    popup.run((document) => document.querySelector('.group-name') !== null),
  );
  await session.shootPopup(join(folder, 'popup.png'));
  await popup.run((document) =>
    document.querySelector<HTMLElement>('[aria-label="Show beside the article"]')?.click(),
  );
  const panel = await until('the panel', async () => {
    const [extension] = (await session.browser.extensions()).values();
    return (await extension?.pages())?.find((one) => one.url().endsWith('/panel.html')) ?? null;
  });
  await until('the list in the panel', async () => (await panel.$('.group-name')) !== null);
  await shoot(panel, 'panel');
}

async function shootLibrary(library: Page): Promise<void> {
  await openArticle(library);
  await shoot(library, 'article');
  await openPerson(library, 'Helena Marrow');
  await shoot(library, 'person');
  await goTo(library, '#/search?q=river', '.feed-row');
  await shoot(library, 'search');
  await openExport(library);
  await shoot(library, 'export');
  await library.keyboard.press('Escape');
  await goTo(library, '#/articles', '.import-open-place');
  await library.click('.import-open-place .button');
  await until('the place for files', async () => (await library.$('dialog[open]')) !== null);
  await shoot(library, 'import');
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const visit = await visitSample(size);
  try {
    await visit.page.setViewport(size);
    await shootPage(visit);
    await shootBeside(visit);
    const library = await ownPage(visit, 'src/library/library.html', '.list-row-title a');
    await shootLibrary(library);
    await shoot(await ownPage(visit, 'src/welcome/welcome.html', '.mark-quotation'), 'welcome');
    await shoot(await ownPage(visit, 'src/options/options.html', 'h1'), 'options');
    await shoot(await ownPage(visit, 'src/options/options.html#data', '#data'), 'backups');
    const sync = await ownPage(visit, 'src/options/options.html#sync', '.sync-home .button');
    await sync.click('.sync-home .button');
    await shoot(sync, 'sync');
  } finally {
    await visit.close();
  }
  console.log(`pictures in ${folder}`);
}

await main();
