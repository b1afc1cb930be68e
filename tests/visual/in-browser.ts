import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '#scripts/find-browser.ts';
import { type Look, openScene } from './gallery/open-scene.ts';
import { startGallery } from './gallery/start-gallery.ts';

/** The Chromium of this machine, or null: then the tests that need one are skipped, and say so. */
export const chromium = await findChromium();

/** A browser with the gallery open to it. */
export interface Stage {
  readonly browser: Browser;
  /** Where the gallery is served. */
  readonly origin: string;
  /** Opens a scene in a new page. */
  open(scene: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the gallery and a browser. */
export async function openStage(): Promise<Stage> {
  const gallery = await startGallery();
  const browser = await puppeteer.launch({
    executablePath: chromium?.executablePath ?? '',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  // The first page makes vite gather the dependencies.
  await (await openScene(browser, gallery.origin, 'welcome')).close();
  return {
    browser,
    origin: gallery.origin,
    open: (scene, look) => openScene(browser, gallery.origin, scene, look),
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}
