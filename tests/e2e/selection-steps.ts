import type { Page } from 'puppeteer-core';
import { until } from '#scripts/driver/session.ts';

/** The toolbar for selected text, as a test meets it. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where our element answers a press: the toolbar, since the popover is closed. It stands in a closed root, so the page is felt out. */
export function barBox(page: Page): Promise<Box | null> {
  return page.evaluate(() => {
    const host = [...document.documentElement.children].find((element) => element.nodeName === 'DIV');
    if (!host) return null;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let y = 3; y < innerHeight; y += 6)
      for (let x = 3; x < innerWidth; x += 12) {
        if (document.elementFromPoint(x, y) !== host) continue;
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
      }
    return right < 0 ? null : { x: left, y: top, width: right - left, height: bottom - top };
  });
}
export const untilBar = (page: Page): Promise<Box> => until('the toolbar', () => barBox(page));
export const untilNoBar = (page: Page): Promise<boolean> =>
  until('the toolbar to go', async () => (await barBox(page)) === null);

/** The boxes of the selected lines. */
export const selectedLines = (page: Page): Promise<Box[]> =>
  page.evaluate(() =>
    [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ x, y, width, height }) => ({
      x,
      y,
      width,
      height,
    })),
  );
export const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

/** Presses the toolbar at a share of its width: its buttons stand side by side. */
export async function press(page: Page, share: number): Promise<void> {
  const box = await untilBar(page);
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}
export const keepAt = 0.1;
export const noteAt = 0.38;
export const quoteAt = 0.75;
