import type { Page } from 'puppeteer-core';
import { setScheme, setZoom } from '#tests/visual/gallery/open-scene.ts';
import type { Boxes } from './boxes.ts';
import { boxesOf } from './boxes.ts';
import type { View } from './shots.ts';

/** One picture, as PNG, and where things stand in it. */
export interface Taken {
  readonly png: Uint8Array;
  readonly boxes: Boxes;
}

/** As tall as a picture may be, in CSS px: beyond that a page says nothing new. */
const TALLEST = 1_100;

/** Takes a picture of an open scene. */
export async function takeShot(page: Page, scene: string, { scheme, zoom }: View): Promise<Taken> {
  await setScheme(page, scheme);
  await setZoom(page, scene, zoom);
  // No caret that blinks, and the page from its top, or where one types.
  const top = await page.evaluate(() => {
    document.documentElement.style.caretColor = 'transparent';
    for (const element of document.querySelectorAll('input, textarea'))
      (element as HTMLElement).style.caretColor = 'transparent';
    scrollTo(0, 0);
    const { activeElement } = document;
    if (activeElement?.matches('.popover :is(input, textarea)'))
      activeElement.scrollIntoView({ block: 'center' });
    return scrollY;
  });
  const { width, height } = page.viewport() ?? { width: 360, height: 460 };
  const content = await page.evaluate(() => document.querySelector('#root')?.scrollHeight ?? 0);
  const clip = { x: 0, y: top, width, height: Math.max(1, Math.min(content, height, TALLEST)) };
  const png = await page.screenshot({ clip, captureBeyondViewport: false });
  return { png, boxes: await boxesOf(page) };
}
