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
