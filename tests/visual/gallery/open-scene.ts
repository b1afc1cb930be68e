import type { Browser, Page } from 'puppeteer-core';
import { scenes } from './scenes.ts';

/** How a scene is to be seen. */
export interface Look {
  readonly lang?: string;
  readonly dir?: string;
  readonly scheme?: 'light' | 'dark';
  /** 1 is 100 %. */
  readonly zoom?: number;
  /** In CSS px; the surface's own without it. */
  readonly width?: number | undefined;
}

const sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  popover: { width: 360, height: 460 },
  popup: { width: 380, height: 600 },
  panel: { width: 360, height: 760 },
};
const wide = { width: 1100, height: 800 };

/** Light or dark, and nothing that moves. */
export async function setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  // Even the shortest transition of a colour takes a frame.
  await rest(page, 30);
}

/** Opens a scene in a new page, does its steps, and waits until it is at rest. */
export async function openScene(
  browser: Browser,
  origin: string,
  name: string,
  look: Look = {},
): Promise<Page> {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  const page = await browser.newPage();
  const size = sizes[scene.surface] ?? wide;
  const zoom = look.zoom ?? 1;
  await page.setViewport({ ...size, width: look.width ?? size.width, deviceScaleFactor: 2 });
  await setScheme(page, look.scheme ?? 'light');
  const path =
    scene.surface === 'components'
      ? 'tests/visual/gallery/components.html'
      : `src/${scene.surface}/${scene.surface}.html`;
  const query = new URLSearchParams({ scene: name, lang: look.lang ?? 'en', dir: look.dir ?? 'ltr' });
  await page.goto(`${origin}/${path}?${query}${scene.fragment ?? ''}`);
  await page.waitForSelector('#root > *');
  if (zoom !== 1)
    await page.evaluate(
      (factor) => document.documentElement.style.setProperty('font-size', `${factor * 100}%`),
      zoom,
    );
  await rest(page, 100);
  for (const step of scene.steps ?? []) {
    // What a worker fills in comes a little later.
    await page.waitForSelector('click' in step ? step.click : step.into);
    if ('click' in step) await page.click(step.click);
    else await page.type(step.into, step.type);
    await rest(page, 'click' in step ? 100 : 400);
  }
  return page;
}

/** Waits for replies, the delays of typing and a frame to be drawn, in ms. */
async function rest(page: Page, time: number): Promise<void> {
  await page.evaluate(
    (ms) => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), ms)),
    time,
  );
}
