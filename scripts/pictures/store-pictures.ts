/**
 * Takes the pictures for the stores of the real product, in `store/pictures`, with what `npm run build` has made:
 *
 *     npx tsx scripts/pictures/store-pictures.ts
 *
 * 1280 × 800 and 640 × 400 as the Chrome Web Store takes them, and the small promotional tile, 440 × 280.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { goTo, openArticle, openExport, openPerson } from './library-steps.ts';
import { keepSome, openOn, shown, visitSample } from './sample-visit.ts';

const folder = 'store/pictures';
const size = { width: 1280, height: 800 };

/** Takes a picture in both sizes: the smaller one is the same window, drawn at half the scale. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const [scale, width] of [
    [1, '1280'],
    [0.5, '640'],
  ] as const) {
    await page.setViewport({ ...size, deviceScaleFactor: scale });
    await page.mouse.move(1, 1);
    // Let what fades in be there, and what follows the window's size.
    await new Promise((resolve) => setTimeout(resolve, 900));
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await page.setViewport(size);
}

async function tile(page: Page): Promise<void> {
  const icon = (await readFile('public/icons/icon-128.png')).toString('base64');
  const picture = (await readFile(join(folder, '1-popover-1280.png'))).toString('base64');
  await page.setViewport({ width: 440, height: 280 });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; display: flex; flex-direction: column; gap: 14px; width: 440px; height: 280px; overflow: hidden;
      background: #faf8f4; color: #1d1b18; font-family: Georgia, 'Liberation Serif', serif; }
    header { display: flex; align-items: center; gap: 14px; padding: 20px 24px 0; }
    header img { width: 52px; height: 52px; }
    h1 { margin: 0; font-size: 30px; font-weight: 600; line-height: 1; }
    p { margin: 6px 0 0; font-size: 15px; line-height: 1.3; color: #55504a; }
    main { flex: 1; margin: 0 24px; border: 1px solid #d9d3c8; border-block-end: 0; border-radius: 8px 8px 0 0;
      background: #fff url(data:image/png;base64,${picture}) -346px -212px / 794px auto no-repeat; }
  </style><header><img src="data:image/png;base64,${icon}" alt=""><div>
  <h1>On Record</h1>
  <p>Who said what in the news.<br>Nothing leaves your device.</p></div></header><main></main>`);
  await page.screenshot({ path: join(folder, 'tile-440.png') });
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { session, page, close } = await visitSample(size);
  try {
    await keepSome(page);
    await openOn(page, shown);
    await shoot(page, '1-popover');
    const library = await session.openOwn('src/library/library.html');
    await openArticle(library);
    await shoot(library, '2-article');
    await openPerson(library, 'Helena Marrow');
    await shoot(library, '3-person');
    await goTo(library, '#/search?q=river', '.feed-row');
    await library.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await shoot(library, '4-search-dark');
    await library.emulateMediaFeatures([]);
    await openExport(library);
    await shoot(library, '5-export');
    await tile(await session.browser.newPage());
  } finally {
    await close();
  }
  console.log(`pictures in ${folder}`);
}

await main();
