import type { Page } from 'puppeteer-core';
import { tooSoon } from '#content/press-guard.ts';
import { until } from '#scripts/driver/session.ts';

/** The toolbar for selected text, as a test meets it. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Selects with the real pointer, from the middle of one element's first line to that of another's last line. */
export async function dragOver(page: Page, from: string, to: string): Promise<void> {
  const [a, b] = await page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const element = document.querySelector(selector);
        element?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        if (element) range.selectNodeContents(element);
        const isLeftward = element !== null && getComputedStyle(element).direction === 'rtl';
        const lines = [...range.getClientRects()].map(({ left, right, y, height }) => ({
          start: isLeftward ? right - 60 : left + 60,
          end: isLeftward ? left + 20 : right - 20,
          y: y + height / 2,
        }));
        return { first: lines[0], last: lines.at(-1) };
      }),
    [from, to],
  );
  const first = a?.first;
  const last = b?.last;
  if (!first || !last) throw new Error('nothing to select');
  await page.mouse.move(first.start, first.y);
  await page.mouse.down();
  await page.mouse.move(last.end, last.y, { steps: 6 });
  await page.mouse.up();
}

/** The letters that stand beside kept words on the page without space or sign between: none, unless a word was cut. */
export const besideWords = (page: Page, exact: string): Promise<string[]> =>
  page.evaluate((exact) => {
    const text = document.body.innerText.replace(/\s+/g, ' ');
    const at = text.indexOf(exact.replace(/\s+/g, ' '));
    if (at < 0) return ['not on the page'];
    return [text[at - 1] ?? '', text[at + exact.replace(/\s+/g, ' ').length] ?? ''].filter((letter) =>
      /\p{L}/u.test(letter),
    );
  }, exact);

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

/** Presses the toolbar at a share of its width: its buttons stand side by side. Not at once: it hears no press that was not meant. */
export async function press(page: Page, share: number): Promise<void> {
  await untilBar(page);
  await new Promise((resolve) => setTimeout(resolve, tooSoon + 50));
  // It may have moved with the page.
  const box = await untilBar(page);
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

/**
 * Has the selected words let go and selected anew, and presses the toolbar as soon as it stands there again.
 * @returns how long it had stood there at most, in ms
 */
export async function pressAtOnce(page: Page, share: number): Promise<number> {
  const box = await untilBar(page);
  const [x, y] = [box.x + box.width * share, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const came = await page.evaluate(
    async ([x, y]) => {
      const selection = getSelection();
      const range = selection?.getRangeAt(0).cloneRange();
      selection?.removeAllRanges();
      const isOurs = (): boolean => {
        const under = document.elementFromPoint(x, y);
        return under?.parentElement === document.documentElement && under !== document.body;
      };
      const end = performance.now() + 4_000;
      const frame = () => new Promise((resolve) => setTimeout(resolve, 8));
      while (isOurs() && performance.now() < end) await frame();
      if (range) selection?.addRange(range);
      let before = performance.now();
      while (!isOurs() && performance.now() < end) {
        before = performance.now();
        await frame();
      }
      return before;
    },
    [x, y] as const,
  );
  await page.mouse.down();
  await page.mouse.up();
  return (await page.evaluate(() => performance.now())) - came;
}
export const keepAt = 0.1;
export const noteAt = 0.38;
export const quoteAt = 0.75;
