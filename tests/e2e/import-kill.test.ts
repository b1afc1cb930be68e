import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';
import { until } from '#scripts/driver/session.ts';

/** What is killed while a file is brought in, and when: all of it is there afterwards, or nothing, and the reader is told which. */

const COUNT = 3_000;
/** Each import's own, and not to be taken for a slip in another: the search forgives one. */
const words =
  'lantern meadow orchard pebble quarry saddle timber velvet walnut harbour cinnamon flagship'.split(' ');

/** A file that takes a second or so to be brought in: articles of ten passages each, all of them with this word. */
function libraryOf(word: string, first: number): string {
  const time = '2026-01-05T08:00:00.000Z';
  const annotations = Array.from({ length: COUNT }, (_, index) => ({
    id: `urn:uuid:00000000-0000-4000-8000-${String(first + index).padStart(12, '0')}`,
    type: 'Annotation', motivation: 'highlighting', created: time, modified: time, body: [],
    target: {
      type: 'SpecificResource', source: `https://news.example/${word}/${Math.floor(index / 10)}`,
      selector: [{ type: 'TextQuoteSelector', exact: `${word} ${index} ${'and more words '.repeat(20)}`.trim(), prefix: '', suffix: '' }],
    },
    quotation: null,
  })); // prettier-ignore
  return JSON.stringify({ format: 'on-record', version: 1, exported: time, annotations, articles: [] });
}

async function openDialog(page: Page, path: string): Promise<void> {
  await page.waitForSelector('.import-open-place button');
  await page.click('.import-open-place button');
  await page.waitForSelector('input.import-file');
  const field = await page.$('input.import-file');
  if (field === null) throw new Error('no file field');
  // The page itself looks out for it: reading is over in half a second, and on a busy machine a question from here may come later.
  const reading = page.waitForSelector('.import-progress');
  await field.uploadFile(path);
  await reading;
}

/** Waits until an import that is being read has come so far: no further, its preview, or this share of its bringing in. */
async function reached(page: Page, moment: 'read' | 'preview' | number): Promise<void> {
  if (moment === 'read') return;
  await page.waitForSelector('.dialog .figures');
  if (moment === 'preview') return;
  await page.click('.dialog .button-primary');
  await page.waitForFunction(
    (share) => {
      const bar = document.querySelector<HTMLProgressElement>('.dialog .import-progress');
      const isOver = document.querySelector('.dialog .button-primary, .dialog .import-files') !== null;
      return isOver || (bar !== null && bar.value * 100 >= share);
    },
    { polling: 10 },
    moment,
  );
}

/** Takes away what is put aside, whoever's it is. */
function clearAside(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('on-record');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('staged', 'readwrite');
          transaction.objectStore('staged').clear();
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
}

/** What the store holds, as its own page sees it: the passages of a word's articles; what is put aside, and how much of that only tells of an import. */
function stored(page: Page, word: string): Promise<{ passages: number; aside: number; told: number }> {
  return page.evaluate(
    (start) =>
      new Promise<{ passages: number; aside: number; told: number }>((resolve, reject) => {
        const opening = indexedDB.open('on-record');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(['annotations', 'staged']);
          const range = IDBKeyRange.bound(start, `${start}\uffff`);
          const count = transaction.objectStore('annotations').index('source').count(range);
          const keys = transaction.objectStore('staged').getAllKeys();
          transaction.addEventListener('complete', () => {
            const told = keys.result.filter((key) => Array.isArray(key) && key[1] === 'about').length;
            resolve({ passages: count.result, aside: keys.result.length, told });
            opening.result.close();
          });
        });
      }),
    `https://news.example/${word}/`,
  );
}

describe('an import that is killed brings in all or nothing, and says which', () => {
  let folder = '';
  let session: ChromiumSession;
  let number = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-import-kill-'));
    session = await startChromium({ profile: join(folder, 'profile') });
    // It comes to the front, and a page behind it is never drawn.
    await session.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
  });

  afterAll(async () => {
    await session.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  // A try that fails leaves its import behind, open or broken off: without this all that come after it fail too, its own second try first.
  afterEach(async () => {
    const pages = await session.browser.pages();
    for (const page of pages) if (page.url().includes('/library.html')) await page.close();
    const page = await session.openOwn('src/library/library.html');
    await clearAside(page);
    await page.close();
  });

  const begin = async (
    moment: 'read' | 'preview' | number,
  ): Promise<{ page: Page; word: string; name: string }> => {
    const word = words[number++ % words.length] ?? '';
    const path = join(folder, `${word}.json`);
    await writeFile(path, libraryOf(word, number * 100_000));
    const page = await session.openOwn('src/library/library.html');
    await openDialog(page, path);
    await reached(page, moment);
    return { page, word, name: `${word}.json` };
  };

  it.each(['read', 'preview', 0, 40] as const)('the background, at %s', async (moment) => {
    const { page, word } = await begin(moment);
    await session.killWorker(page);
    if (moment === 'read' || moment === 'preview') {
      await page.waitForSelector('.dialog .figures');
      expect((await stored(page, word)).passages).toBe(0);
      await page.click('.dialog .button-primary');
    }
    // Broken off it says so, and does it on a second press; or it was done, and only the answer was lost.
    await page.waitForFunction(() => document.querySelector('.dialog .import-files') !== null);
    if ((await page.$('.dialog .trouble')) !== null) {
      expect((await stored(page, word)).passages).toBe(0);
      await page.click('.dialog .button-primary');
      await page.waitForFunction(() => document.querySelector('.dialog .button-primary') === null);
      await page.waitForFunction(() => document.querySelector('.dialog .import-files') !== null);
    }
    await until('all of it', async () => (await stored(page, word)).passages === COUNT);
    expect(await page.$('.dialog .trouble')).toBeNull();
    await until('nothing put aside', async () => (await stored(page, word)).aside === 0);
    await page.close();
  });

  const nextStart = async (word: string, name: string): Promise<void> => {
    const page = await session.openOwn('src/library/library.html');
    const line = await until(`the line about ${name}`, async () => {
      const said = await page.evaluate(() => document.querySelector('.import-left p')?.textContent ?? '');
      return said.includes(name) && said;
    });
    const { passages: there, aside, told } = await stored(page, word);
    expect([0, COUNT]).toContain(there);
    expect(line.includes('Nothing of it was imported')).toBe(there === 0);
    expect(aside).toBe(told);
    await page.click('.import-left button');
    await until('nothing put aside', async () => (await stored(page, word)).aside === 0);
    await page.close();
  };

  it.each([30] as const)('the tab, at %s', async (moment) => {
    const { page, word, name } = await begin(moment);
    await page.close();
    await nextStart(word, name);
  });

  it.each([10, 60] as const)('the browser, at %s', async (moment) => {
    const { word, name } = await begin(moment);
    await session.killBrowser();
    session = await startChromium({ profile: join(folder, 'profile') });
    await nextStart(word, name);
  });
});
