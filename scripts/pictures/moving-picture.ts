/**
 * Makes the moving picture of the README of the real product, with what `npm run build` has made:
 *
 *     npx tsx scripts/pictures/moving-picture.ts [FILE]
 */
import { writeFile } from 'node:fs/promises';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { until } from '../driver/session.ts';
import { openArticle } from './library-steps.ts';
import { openOn, shown, visitSample } from './sample-visit.ts';

/** In CSS px; drawn at two thirds of that. */
const size = { width: 1080, height: 720 };
const scale = 2 / 3;
/** A GIF has as many colours at most; fewer make it smaller, and type and paper need few. */
const colours = 128;

/** Collects pictures of pages into a moving one. */
function recorder() {
  const gif = gifenc.GIFEncoder();
  return {
    /** @param delay how long it is shown, in ms */
    async add(page: Page, delay: number): Promise<void> {
      const { data, width, height } = PNG.sync.read(Buffer.from(await page.screenshot()));
      const palette = gifenc.quantize(data, colours);
      gif.writeFrame(gifenc.applyPalette(data, palette), width, height, { palette, delay });
    },
    bytes(): Uint8Array {
      gif.finish();
      return gif.bytes();
    },
  };
}

async function main(file: string): Promise<void> {
  const { session, page, close } = await visitSample(size);
  const film = recorder();
  try {
    await page.setViewport({ ...size, deviceScaleFactor: scale });
    await new Promise((resolve) => setTimeout(resolve, 800));
    await film.add(page, 1_800);
    const popover = await openOn(page, shown);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await film.add(page, 2_200);
    await popover.evaluate(() => document.querySelector('textarea')?.focus());
    for (const part of (shown.note ?? '').match(/.{1,9}/gu) ?? []) {
      await page.keyboard.type(part);
      await film.add(page, 220);
    }
    await until('the note to be saved', () =>
      popover.evaluate(() => document.querySelector('.save-done') !== null),
    );
    await film.add(page, 1_800);
    const library = await session.openOwn('src/library/library.html');
    await library.setViewport({ ...size, deviceScaleFactor: scale });
    await openArticle(library);
    await library.evaluate(() => document.querySelector('.record-foot')?.scrollIntoView({ block: 'end' }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    await film.add(library, 3_000);
  } finally {
    await close();
  }
  const bytes = film.bytes();
  await writeFile(file, bytes);
  console.log(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB`);
}

await main(process.argv[2] ?? 'docs/on-record.gif');
