import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '#scripts/driver/session.ts';
import { calls, press } from './by-keys.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

const MILLION = 1_000_000;

/** The rows that are seen, by their places, with how many px each stands below the window's upper edge. */
function seen(page: Page): Promise<readonly { readonly row: number; readonly top: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.feed-row')]
      .map((row) => ({ row: Number(row.dataset['index']), box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 0 && box.top < innerHeight)
      .map(({ row, box }) => ({ row, top: box.top })),
  );
}

/** Waits until at least so many rows are in the window, and none waits for what it is to show. Answers the rows that are seen. */
async function settled(
  page: Page,
  atLeast = 2,
): Promise<readonly { readonly row: number; readonly top: number }[]> {
  await page.waitForFunction(
    (least) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.feed-row')];
      const inSight = rows.filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
      });
      const words = (row: HTMLElement): string => row.querySelector('.quoted')?.textContent ?? '';
      return (
        inSight.length >= least &&
        inSight.every((row) => words(row).includes(`Passage ${row.dataset['index']}.`))
      );
    },
    { timeout: 10_000 },
    atLeast,
  );
  const rows = await seen(page);
  // They may have made way meanwhile for what turned out to be taller.
  return rows.length < atLeast ? settled(page, atLeast) : rows;
}

const scrollToPart = (page: Page, part: number): Promise<void> =>
  page.evaluate((share) => scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * share), part);

/** Scrolls by so many CSS px, and waits until the page has heard of it: else a busy machine makes one long way of several. */
const scrolled = (page: Page, by: number): Promise<void> =>
  page.evaluate(async (way) => {
    const heard = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
    scrollBy(0, way);
    await heard;
  }, by);

describe.skipIf(chromium === null)('a list of a million passages', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = await stage.open('library-million');
  }, 120_000);
  afterAll(() => stage?.close());

  test('shows its first rows, its last, and those of any place of the scroll bar’s handle', async () => {
    expect((await settled(page))[0]?.row).toBe(0);
    await scrollToPart(page, 1);
    expect((await settled(page)).at(-1)?.row).toBeGreaterThan(MILLION - 9);
    // They turned out to be taller than was thought.
    await scrollToPart(page, 1);
    expect((await settled(page)).at(-1)?.row).toBe(MILLION - 1);
    for (const part of [0.25, 0.75, 0.5]) {
      await scrollToPart(page, part);
      const [first] = await settled(page);
      expect(Math.abs((first?.row ?? 0) / MILLION - part)).toBeLessThan(0.02);
    }
    await scrollToPart(page, 0);
    expect((await settled(page))[0]?.row).toBe(0);
  });

  test('asks for few pages, however fast the handle is drawn over the whole of it', async () => {
    const before = (await calls(page)).length;
    await page.evaluate(async () => {
      const way = document.documentElement.scrollHeight - innerHeight;
      for (let i = 0; i <= 60; i++) {
        scrollTo(0, (way * i) / 60);
        await new Promise(requestAnimationFrame);
      }
    });
    expect((await settled(page)).at(-1)?.row).toBeGreaterThan(MILLION - 9);
    expect((await calls(page)).length - before).toBeLessThan(130);
  });

  test('goes to its end and back by key, and the row has the focus', async () => {
    await scrollToPart(page, 0.4);
    await settled(page);
    await page.focus('.feed-row');
    const focus = (): Promise<number> =>
      page.evaluate(() => Number((document.activeElement as HTMLElement | null)?.dataset['index'] ?? -1));
    await press(page, 'End');
    await settled(page);
    expect(await focus()).toBe(MILLION - 1);
    await press(page, 'ArrowUp');
    expect(await focus()).toBe(MILLION - 2);
    await press(page, 'Home');
    await settled(page);
    expect(await focus()).toBe(0);
    await press(page, 'PageDown', 'PageDown');
    expect(await focus()).toBe(2);
  });

  test('goes on row by row where one part of it ends and the next begins', async () => {
    // The handle stands near its lower end: so near is the end of the part of the list that is laid out.
    await scrollToPart(page, 0.9885);
    const [start] = await settled(page);
    const height = await page.evaluate(() => scrollY);
    let previous = start?.row ?? 0;
    for (let i = 0; i < 40; i++) {
      await scrolled(page, 500);
      const [first] = await settled(page);
      // No row is 250 px lower than another, and none is passed over.
      expect(first?.row ?? 0).toBeGreaterThanOrEqual(previous);
      expect((first?.row ?? 0) - previous).toBeLessThan(8);
      previous = first?.row ?? 0;
    }
    // The part has moved on: the handle has gone back to where it may be drawn down again.
    expect(await page.evaluate(() => scrollY)).toBeLessThan(height);
    expect(previous).toBeGreaterThan((start?.row ?? 0) + 40);
  });

  test('stays where the reader is when those above turn out to be far taller than was thought', async () => {
    // The window follows by more than a wheel turns: nobody has drawn the handle.
    const taller = await page.addStyleTag({ content: '.feed-row { padding-block-end: 900px }' });
    await scrollToPart(page, 0.3);
    const [start] = await settled(page, 1);
    for (let i = 0; i < 12; i++) {
      await scrolled(page, -700);
      await settled(page, 1);
    }
    const [end] = await settled(page, 1);
    await taller.evaluate((style) => style.remove());
    expect(start?.row).toBeGreaterThan(0.28 * MILLION);
    expect(Math.abs((start?.row ?? 0) - (end?.row ?? 0))).toBeLessThan(40);
  });

  test('a wheel that is turned fast leads on in the list, and is not taken for a drawn handle', async () => {
    await scrollToPart(page, 0.6);
    const [start] = await settled(page);
    await page.mouse.move(400, 400);
    await page.mouse.wheel({ deltaY: 5_000 });
    const row = await until('the wheel to come to rest', async () => {
      const before = await page.evaluate(() => scrollY);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const [first] = await settled(page);
      return (
        (await page.evaluate(() => scrollY)) === before && first?.row !== start?.row && (first?.row ?? 0)
      );
    });
    expect(row - (start?.row ?? 0)).toBeGreaterThan(10);
    expect(row - (start?.row ?? 0)).toBeLessThan(60);
  });
});
