import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '#scripts/find-browser.ts';
import { type Look, openScene, showScene } from './gallery/open-scene.ts';
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
  /** Loads a scene into the one page that all calls share: for what only looks at one after another. */
  show(scene: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the gallery and a browser. */
export async function openStage(): Promise<Stage> {
  const gallery = await startGallery();
  const browser = await puppeteer.launch({
    executablePath: chromium?.executablePath ?? '',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  let shown: Page | null = null;
  return {
    browser,
    origin: gallery.origin,
    open: (scene, look) => openScene(browser, gallery.origin, scene, look),
    async show(scene, look) {
      shown ??= await onlyPage(browser);
      // Nothing of the next scene lies under a pointer that was left where the last one was clicked.
      await shown.mouse.move(-1, -1);
      await showScene(shown, gallery.origin, scene, look);
      return shown;
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

/** A page to show one scene after another, also those that ask before they are left. */
async function onlyPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}
