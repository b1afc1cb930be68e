/**
 * Pictures of every scene, to look at: `npx tsx tests/visual/gallery/take-pictures.ts FOLDER [PART OF A NAME] [key=value…]`
 * with the keys `lang`, `dir`, `scheme` (light, dark), `zoom` (1 is 100 %), `width` (CSS px; each surface has its own without it).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '#scripts/find-browser.ts';
import { type Look, openScene } from './open-scene.ts';
import { scenes } from './scenes.ts';
import { startGallery } from './start-gallery.ts';

const [folder = 'demo-output/gallery', ...rest] = process.argv.slice(2);
const settings: Readonly<Record<string, string>> = Object.fromEntries(
  rest.flatMap((part): readonly [string, string][] => {
    const [key = '', value] = part.split('=');
    return value === undefined ? [] : [[key, value]];
  }),
);
const part = rest.find((part) => !part.includes('=')) ?? '';
const look: Look = {
  lang: settings['lang'] ?? 'en',
  dir: settings['dir'] ?? 'ltr',
  scheme: settings['scheme'] === 'dark' ? 'dark' : 'light',
  zoom: Number(settings['zoom'] ?? 1),
  width: settings['width'] === undefined ? undefined : Number(settings['width']),
};

const chromium = await findChromium();
if (chromium === null) throw new Error('No Chromium was found.');
await mkdir(folder, { recursive: true });
const gallery = await startGallery();
const browser = await puppeteer.launch({ executablePath: chromium.executablePath, args: ['--no-sandbox'] });
try {
  for (const name of Object.keys(scenes).filter((name) => name.includes(part))) {
    const page = await openScene(browser, gallery.origin, name, look);
    const suffix = Object.entries(settings)
      .map(([key, value]) => `-${key}-${value}`)
      .join('');
    const root = await page.$('#root');
    const box = await root?.boundingBox();
    const { width, height } = page.viewport() ?? { width: 360, height: 460 };
    const tall = Math.max(1, Math.min(height, Math.ceil(box?.height ?? height)));
    const long = Math.max(height, Math.ceil(box?.height ?? height));
    const clip = {
      x: 0,
      y: 0,
      width,
      height: name.startsWith('pop') ? tall : name.startsWith('options') ? long : height,
    };
    await page.screenshot({ path: join(folder, `${name}${suffix}.png`), clip } as {
      path: `${string}.png`;
      clip: typeof clip;
    });
    await page.close();
  }
} finally {
  await browser.close();
  await gallery.close();
}
