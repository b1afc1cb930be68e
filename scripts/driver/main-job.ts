import type { Frame, Page } from 'puppeteer-core';
import { until } from './session.ts';

/** The steps of the main job as a reader does them, for the tour and for the tests. */

/** How many places are painted on a page: highlights are all that a page can see of ours. */
export function paintedPlaces(page: Page): Promise<number> {
  return page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
}

/** Waits until the page is painted. Answers how many places are. */
export function untilPainted(page: Page, atLeast = 1): Promise<number> {
  return until(`${atLeast} painted places`, async () => {
    const count = await paintedPlaces(page);
    return count >= atLeast ? count : null;
  });
}

/** Scrolls to words that stand in one text node and clicks in their middle. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.replaceAll(/\s/g, ' ').indexOf(wanted);
      if (at < 0 || node.parentElement?.closest('script, style, noscript, template')) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [box] = range.getClientRects();
      if (box) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return null;
  }, words);
  if (!point) throw new Error(`"${words}" does not stand on the page`);
  await page.mouse.click(point.x, point.y);
}

/** Whether the focus is in our element, which stands beside the body. */
function focusIsOurs(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.activeElement?.parentElement === document.documentElement &&
      document.activeElement !== document.body,
  );
}

/** Opens the popover on words of the page and waits until it shows `expected` and has taken the focus. */
export async function openPopover(page: Page, words: string, expected: string): Promise<Frame> {
  await clickWords(page, words);
  return popoverShowing(page, expected);
}

/** Waits until the popover shows `expected` and has taken the focus. */
export async function popoverShowing(page: Page, expected: string): Promise<Frame> {
  const isShowing = (frame: Frame): Promise<boolean> =>
    frame.evaluate(
      (text) =>
        location.pathname.endsWith('/popover.html') &&
        document.body.textContent.includes(text) &&
        document.activeElement !== document.body,
      expected,
    );
  // Firefox's driver goes on to name frames of pages that lie in the back/forward cache: all are asked.
  const frame = await until(`the popover to show "${expected}"`, async () => {
    for (const one of page.frames()) if (await isShowing(one).catch(() => false)) return one;
    return null;
  });
  await until('the popover to take the focus', () => focusIsOurs(page));
  return frame;
}

/** Writes a note with real keys in the open popover and waits until it says that the note is saved. */
export async function writeNote(page: Page, frame: Frame, note: string): Promise<void> {
  await frame.evaluate(() => document.querySelector('textarea')?.focus());
  await page.keyboard.type(note, { delay: 5 });
  await until('the note to be written', () =>
    frame.evaluate((text) => document.querySelector('textarea')?.value === text, note),
  );
  await until('the note to be saved', () =>
    frame.evaluate(() => document.querySelector('.save-done') !== null),
  );
}

/** Waits until the popover has closed and has given the focus back to the page. */
export async function popoverGone(page: Page): Promise<void> {
  await until('the popover to close', async () => !(await focusIsOurs(page)));
}
