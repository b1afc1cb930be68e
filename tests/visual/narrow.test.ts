import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, openStage, type Stage } from './in-browser.ts';

/** On how many lines these stand, in the order of the page, and what each is called. */
function linesOf(page: Page, selector: string): Promise<{ lines: number; names: readonly string[] }> {
  return page.$$eval(selector, (elements) => ({
    lines: new Set(elements.map((element) => Math.round(element.getBoundingClientRect().top))).size,
    names: elements.map((element) => element.textContent.trim()),
  }));
}

describe.skipIf(chromium === null)('where there is little room, or the page runs the other way', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test.each(['panel-german', 'popup-german'])(
    'at 200 % the parts and the ways out of %s stand on one line each, and have their names',
    async (scene) => {
      const page = await stage.open(scene, { lang: 'de', zoom: 2 });
      const tabs = await linesOf(page, '.tab');
      const ways = await linesOf(page, '.desk-foot .button');
      expect([tabs.lines, ways.lines]).toEqual([1, 1]);
      expect(tabs.names).toHaveLength(3);
      expect(ways.names).toEqual(['Bibliothek', 'Exportieren', 'Einstellungen']);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await page.close();
    },
  );

  test('at 200 % the parts stand on one line in Arabic, too', async () => {
    const page = await stage.open('popup-article', { lang: 'ar', dir: 'rtl', zoom: 2 });
    const tabs = await linesOf(page, '.tab');
    expect(tabs.lines).toBe(1);
    expect(tabs.names).toHaveLength(3);
    await page.close();
  });

  test('at 100 % the ways out are words', async () => {
    const page = await stage.open('panel-german', { lang: 'de' });
    const widths = await page.$$eval('.desk-foot .button > span', (words) =>
      words.map(({ clientWidth, offsetWidth }) => Math.max(clientWidth, offsetWidth)),
    );
    for (const width of widths) expect(width).toBeGreaterThan(40);
    await page.close();
  });

  test('a short note of another direction begins beside its line', async () => {
    const page = await stage.open('library-article', { lang: 'ar', dir: 'rtl' });
    const gap = await page.$eval('.record-note', (note) => {
      const words = note.querySelector('p')?.getBoundingClientRect();
      return words === undefined ? null : note.getBoundingClientRect().right - words.right;
    });
    expect(gap).not.toBeNull();
    const width = await page.$eval('.record-note p', (words) => words.getBoundingClientRect().width);
    expect(gap).toBeLessThan(24);
    expect(width).toBeLessThan(300);
    await page.close();
  });

  test('in the picture of who speaks all names begin on one line, those of the others too', async () => {
    const page = await stage.open('library-article-voices');
    const starts = await page.$$eval('.voice-name', (names) =>
      names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return Math.round(range.getBoundingClientRect().left);
      }),
    );
    expect(starts.length).toBeGreaterThan(10);
    expect(new Set(starts).size).toBe(1);
    await page.close();
  });

  test('in the picture of when, each line of time says where years begin', async () => {
    const page = await stage.open('person-when');
    const starts = await page.$$eval('.occasions-dots', (rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('.occasions-start')].map((start) =>
          Math.round(start.getBoundingClientRect().left),
        ),
      ),
    );
    expect(starts.length).toBeGreaterThan(1);
    expect(starts[0]).toHaveLength(2);
    expect(starts[0]?.[0]).toBeGreaterThan(0);
    expect(new Set(starts.map((row) => row.join(' '))).size).toBe(1);
    await page.close();
  });
});
