import type { Browser, Page } from 'puppeteer-core';
import type { Scene, Step } from './scene.ts';
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
  /** Device pixels per CSS px; 2 without it. */
  readonly pixels?: number;
}

const sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  popover: { width: 360, height: 460 },
  popup: { width: 380, height: 600 },
  panel: { width: 360, height: 760 },
  page: { width: 760, height: 760 },
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

/**
 * Shows an open scene at this zoom (1 is 100 %). Of a wide surface less fits into the window then, as it is when one zooms; the narrow
 * ones, whose width the browser gives, are shown with text that much larger.
 */
export async function setZoom(page: Page, name: string, zoom: number): Promise<void> {
  const { width, height } = sizes[scenes[name]?.surface ?? ''] ?? wide;
  if (width > 500)
    await page.setViewport({ width: width / zoom, height: height / zoom, deviceScaleFactor: zoom });
  else await setTextSize(page, zoom);
  await rest(page, 60);
}

async function setTextSize(page: Page, factor: number): Promise<void> {
  await page.evaluate((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`;
  }, factor * 100);
}

/** The page in which a surface is shown. */
function pathOf(surface: Scene['surface']): string {
  return surface === 'components' || surface === 'page'
    ? `tests/visual/gallery/${surface}.html`
    : `src/${surface}/${surface}.html`;
}

/** Opens a scene in a new page, does its steps, and waits until it is at rest. */
export async function openScene(
  browser: Browser,
  origin: string,
  name: string,
  look: Look = {},
): Promise<Page> {
  const page = await browser.newPage();
  await showScene(page, origin, name, look);
  return page;
}

/** Loads a scene into a page, whatever it showed before, does its steps, and waits until it is at rest. */
export async function showScene(page: Page, origin: string, name: string, look: Look = {}): Promise<void> {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  const size = sizes[scene.surface] ?? wide;
  const zoom = look.zoom ?? 1;
  await page.setViewport({ ...size, width: look.width ?? size.width, deviceScaleFactor: look.pixels ?? 2 });
  await setScheme(page, look.scheme ?? 'light');
  const query = new URLSearchParams({ scene: name, lang: look.lang ?? 'en', dir: look.dir ?? 'ltr' });
  const address = `${origin}/${pathOf(scene.surface)}?${query}${scene.fragment ?? ''}`;
  // To go to the address where one is already would be to go to its fragment.
  await (page.url() === address ? page.reload() : page.goto(address));
  await page.waitForSelector('#root > *');
  if (zoom !== 1) await setTextSize(page, zoom);
  await rest(page, 100);
  for (const step of scene.steps ?? []) {
    // What a worker fills in comes a little later.
    await page.waitForSelector('click' in step ? step.click : step.into);
    if ('click' in step) await page.click(step.click);
    else if ('files' in step) await giveFiles(page, step.files, step.into);
    else await page.type(step.into, step.type);
    await rest(page, 'click' in step ? 100 : 400);
  }
}

/** Chooses files in a field, as a reader does. */
async function giveFiles(
  page: Page,
  files: Extract<Step, { readonly files: unknown }>['files'],
  into: string,
): Promise<void> {
  await page.$eval(
    into,
    (field, given) => {
      if (!(field instanceof HTMLInputElement)) return;
      const chosen = new DataTransfer();
      for (const { name, text } of given) chosen.items.add(new File([text], name));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [...files],
  );
}

/**
 * Waits for replies, the delays of typing and a frame to be drawn, in ms; then for colours that change over time, however late the frames
 * of a busy machine come. What moves for ever is not waited for.
 */
async function rest(page: Page, time: number): Promise<void> {
  await page.evaluate(async (ms) => {
    await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), ms));
    const ending = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }, time);
}
