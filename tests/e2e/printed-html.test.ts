import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';

/** The page of HTML that is exported, opened and printed by a browser. */
describe('exported HTML in Chromium', () => {
  const golden = new URL('../golden/', import.meta.url);
  let folder = '';
  let session: ChromiumSession;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-print-'));
    const file = join(folder, 'export.html');
    await writeFile(file, await readFile(new URL('export-hostile.html.html', golden)));
    session = await startChromium();
    page = await session.browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  });
  afterAll(async () => {
    await session.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('runs no script, asks for nothing, and shows every passage', async () => {
    expect(asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
    expect(asked).toHaveLength(1);
    const seen = await page.evaluate(() => ({
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name }) => name.startsWith('on')),
      ).length,
      empty: [...document.querySelectorAll('blockquote')].filter(({ textContent }) => textContent === '')
        .length,
      quotations: document.querySelectorAll('blockquote').length,
    }));
    expect(seen).toMatchObject({ scripts: 0, handlers: 0, empty: 0 });
    expect(seen.quotations).toBeGreaterThan(0);
  });

  it('runs as its words do, and each quotation and fact its own way', async () => {
    const file = join(folder, 'arabic.html');
    await writeFile(file, await readFile(new URL('export-sample.ar.html.html', golden)));
    const own = await session.browser.newPage();
    await own.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const seen = await own.evaluate(() => {
      const direction = (selector: string): string =>
        getComputedStyle(document.querySelector(selector) ?? document.body).direction;
      // A day in the middle of a line of another direction stands in the order of its own words.
      const day = [...document.querySelectorAll('.facts bdi')].find((one) => /\d{4}$/.test(one.textContent));
      const words = day?.firstChild;
      if (!(words instanceof Text)) return null;
      const at = (from: number): number => {
        const range = document.createRange();
        range.setStart(words, from);
        range.setEnd(words, from + 1);
        return range.getBoundingClientRect().left;
      };
      return {
        language: document.documentElement.lang,
        directions: ['body', 'blockquote', 'figcaption', '.facts'].map(direction),
        fromRightToLeft: at(0) > at(words.length - 1),
      };
    });
    await own.close();
    expect(seen).toEqual({ language: 'ar', directions: ['rtl', 'ltr', 'rtl', 'ltr'], fromRightToLeft: true });
  });

  it('is printed on white, no passage parted between two sheets', async () => {
    await page.emulateMediaType('print');
    const styles = await page.evaluate(() => ({
      page: getComputedStyle(document.body).backgroundColor,
      words: getComputedStyle(document.body).color,
      figure: getComputedStyle(document.querySelector('figure') ?? document.body).breakInside,
      title: getComputedStyle(document.querySelector('h2') ?? document.body).breakAfter,
    }));
    expect(styles).toEqual({
      page: 'rgb(255, 255, 255)',
      words: 'rgb(0, 0, 0)',
      figure: 'avoid',
      title: 'avoid',
    });
    const paper = await page.pdf({ format: 'A4' });
    expect(new TextDecoder('latin1').decode(paper.slice(0, 5))).toBe('%PDF-');
    expect(paper.length).toBeGreaterThan(5_000);
    await page.emulateMediaType('screen');
  });
});
