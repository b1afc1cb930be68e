/** Draws public/icons/*.png from the SVGs beside them: `npx tsx scripts/icons.ts`. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-browser.ts';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public', 'icons');

/** Small sizes have a source of their own: fine shapes blur there. */
const drawings = [
  { size: 16, source: 'icon-small.svg' },
  { size: 32, source: 'icon-small.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 128, source: 'icon.svg' },
] as const;

const chromium = await findChromium();
if (chromium === null) throw new Error('No Chromium was found: set CHROMIUM to one.');
const browser = await puppeteer.launch({ executablePath: chromium.executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const { size, source } of drawings) {
    const svg = await readFile(join(folder, source), 'base64');
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({
      path: join(folder, `icon-${size}.png`),
      omitBackground: true,
    });
  }
} finally {
  await browser.close();
}
