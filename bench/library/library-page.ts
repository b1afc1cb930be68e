import type { Page } from 'puppeteer-core';
import type { ChromiumSession } from '../../scripts/driver/chromium.ts';
import { until } from '../../scripts/driver/session.ts';
import { median } from '../measure.ts';
import { CATEGORIES, FRAME_MARK, longestFrame, type LongestFrame } from './frame-times.ts';
import { personId, wordOf } from './library-records.ts';

/** The library's page itself, as a reader has it; all times in ms. */

/** Answers when the first row of a list stands on the page, is what a click there meets, and the page is free to answer. */
const firstRow = `new Promise((resolve) => {
  const look = () => {
    const row = document.querySelector('.feed-row');
    const box = row?.getBoundingClientRect();
    const met = box && document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
    // On a person's page the list may begin under the window's lower edge.
    const isThere = box !== undefined && row.querySelector('.row-waiting') === null
      && (box.top >= innerHeight - 20 || row.contains(met));
    if (!isThere) return requestAnimationFrame(look);
    setTimeout(() => resolve(performance.now()));
  };
  look();
})`;

const repeats = 5;

/** How long a page takes from its first navigation to its first row, the worker not running. */
export async function timeToUse(session: ChromiumSession): Promise<number> {
  const times: number[] = [];
  const control = await session.openOwn('src/options/options.html');
  for (let i = 0; i < repeats; i++) {
    await session.killWorker(control);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const page = await session.browser.newPage();
    // A page that is not in front draws nothing.
    await page.bringToFront();
    // From the page's own start, by its own clock.
    await page.evaluateOnNewDocument(`addEventListener('DOMContentLoaded', () => {
      ${firstRow}.then((at) => { document.documentElement.dataset.usableAt = String(at); });
    })`);
    await page.goto(`${session.ownOrigin}src/library/library.html`, { waitUntil: 'domcontentloaded' });
    const at = await until(
      'the first row',
      () => page.evaluate(() => document.documentElement.dataset['usableAt'] ?? null),
      120_000,
    );
    times.push(Number(at));
    await page.close();
  }
  await control.close();
  return median(times.toSorted((a, b) => a - b));
}

/** The lists of the library, by the fragments of their addresses. */
export const LISTS = {
  articles: '#/articles',
  people: '#/people',
  notes: '#/notes',
  'one person’s quotations': `#/person?id=${encodeURIComponent(personId(0))}`,
  'search results': `#/search?q=${wordOf(1)}`,
} as const;

/** How long it takes from a click that leads to a list until its first row is there. */
export async function timeToList(page: Page, fragment: string): Promise<number> {
  const times: number[] = [];
  await page.bringToFront();
  for (let i = 0; i < repeats; i++) {
    await page.evaluate("location.hash = '#/trash'");
    await until('another list', () => page.evaluate(() => document.querySelector('.feed-row') === null));
    // What the page before asked for, and the trash, is not what is measured.
    await new Promise((resolve) => setTimeout(resolve, 500));
    times.push(
      (await page.evaluate(`(async () => {
        const started = performance.now();
        location.hash = ${JSON.stringify(fragment)};
        return await ${firstRow} - started;
      })()`)) as number,
    );
  }
  return median(times.toSorted((a, b) => a - b));
}

/** Where one jumps to, as parts of the whole way of the scroll bar's handle: the end, the middle, and places that nobody has seen. */
const JUMPS = [1, 0.5, 0.77, 0.23, 0.9];

/** How long it takes from a jump in a list until every row in the window shows its words: the median, and the longest. */
export async function timeToJump(page: Page, fragment: string): Promise<readonly [number, number]> {
  await page.bringToFront();
  // By way of another list, or the first row would be the last list's.
  await page.evaluate("location.hash = '#/trash'");
  await until('another list', () => page.evaluate(() => document.querySelector('.feed-row') === null));
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}; scrollTo(0, 0); ${firstRow}`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const times: number[] = [];
  for (const part of JUMPS) {
    times.push(
      (await page.evaluate(`(async () => {
        const before = scrollY;
        const started = performance.now();
        scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * ${part});
        if (scrollY === before) throw new Error('The list cannot be scrolled');
        const seen = () => [...document.querySelectorAll('.feed-row')].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > 0 && box.top < innerHeight;
        });
        const frame = () => new Promise(requestAnimationFrame);
        // The list is told of it in the first frame and answers in the second.
        await frame();
        do await frame();
        while (seen().length === 0 || seen().some((row) => row.querySelector('.row-waiting')));
        return performance.now() - started;
      })()`)) as number,
    );
  }
  times.sort((a, b) => a - b);
  return [median(times), times.at(-1) ?? Number.NaN];
}

/** Turns of the wheel, in CSS px a frame: a page and a half a second, and a hurried reader's ten. */
const WHEEL = `for (let i = 0; i < 90; i++) { scrollBy(0, i % 3 === 0 ? 40 : 20); await frame(); }
  for (let i = 0; i < 90; i++) { scrollBy(0, 150); await frame(); }`;
/** The handle of the scroll bar drawn over the whole list, and to its end. */
const DRAG = `for (let i = 0; i <= 60; i++) {
  scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * i / 60); await frame(); await frame();
}`;

/** Scrolls a list by the wheel and by the bar. Answers its longest frame. */
export async function scrollThrough(page: Page, fragment: string): Promise<LongestFrame> {
  await page.bringToFront();
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}; scrollTo(0, 0); ${firstRow}`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.tracing.start({ categories: CATEGORIES });
  await page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
      performance.mark(${JSON.stringify(FRAME_MARK)});
      resolve();
    }));
    await frame();
    ${WHEEL}
    ${DRAG}
    await frame();
  })()`);
  const trace = await page.tracing.stop();
  if (trace === undefined) throw new Error('no trace was written');
  return longestFrame(new TextDecoder().decode(trace));
}
