import type { Frame, Page } from 'puppeteer-core';
import { openPopover } from '#scripts/driver/main-job.ts';
import { until } from '#scripts/driver/session.ts';

/** A reader who is writing a note on the sample article while something goes wrong. */

export const words = 'I have read the map and I have read the mood';
export const speaker = 'Helena Marrow';
/** Words of the article that have no mark. */
export const plainWords = 'A week of talks over the water';
/** What has been written and saved by then. */
export const acknowledged = 'acknowledged';

export const noteIn = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.querySelector('textarea')?.value ?? '');

/** Whether the popover says that all that stands in it is saved. */
export const saysSaved = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => document.querySelector('.save-done') !== null);

/** Opens the popover on a quotation and has the keys go into the field of its note. */
async function openNote(page: Page): Promise<Frame> {
  await page.bringToFront();
  const frame = await openPopover(page, words, speaker);
  await until('the field of the note', () =>
    frame.evaluate(() => {
      document.querySelector<HTMLElement>('.note-head button')?.click();
      const field = document.querySelector('textarea');
      field?.focus();
      return field !== null && document.activeElement === field;
    }),
  );
  return frame;
}

/** Types with real keys until all of it stands in the note. */
export async function typeOn(page: Page, frame: Frame, text: string): Promise<void> {
  const before = await noteIn(frame);
  await page.keyboard.type(text, { delay: 12 });
  await until('what was typed', async () => (await noteIn(frame)) === before + text);
}

/** Opens the popover, and writes what is then acknowledged. */
export async function beginNote(page: Page): Promise<Frame> {
  const frame = await openNote(page);
  await typeOn(page, frame, acknowledged);
  await until('the note to be saved', () => saysSaved(frame));
  return frame;
}

/** How many elements stand in the root: head and body, and ours. */
export const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.children.length);

/** All that stands on a page, also in closed roots, as Chromium's own tools see it. */
export async function allText(page: Page): Promise<string> {
  const protocol = await page.createCDPSession();
  const tree = await protocol.send('DOM.getDocument', { depth: -1, pierce: true });
  await protocol.detach();
  return JSON.stringify(tree);
}
