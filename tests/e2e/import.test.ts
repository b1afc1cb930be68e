import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';

/** What the reader brings in: real files through the file field, in both browsers. */

const fixture = new URL('../fixtures/import/hypothesis.api.json', import.meta.url).pathname;

function press(page: Page, selector: string): Promise<boolean> {
  return until(selector, () =>
    page.evaluate((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.click();
      return element !== null;
    }, selector),
  );
}

async function choose(page: Page, path: string): Promise<void> {
  await until('the file field', async () => (await page.$('.import-file')) !== null);
  const field = await page.$('input.import-file');
  if (field === null) throw new Error('no file field');
  await field.uploadFile(path);
}

const outcome = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.dialog .export-outcome')?.textContent ?? '');

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('imports in $name', ({ start }) => {
  let folder = '';
  let session: Session;
  let library: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-imports-'));
    session = await start();
    library = await session.openOwn('src/library/library.html');
    await press(library, '.import-open-place .button');
  });

  afterAll(async () => {
    await session.close();
    await rm(folder, { recursive: true, force: true });
  });

  const found = async (query: string): Promise<number> => {
    const page = { offset: 0, limit: 9, order: 'rank', filter: {} } as const;
    return (await ask(library, 'library.search', { ...page, query })).total;
  };

  it('names file, line and field of a file that is cut off, and changes nothing', async () => {
    const path = join(folder, 'torn.json');
    await writeFile(path, '{"format":"on-record","version":1,\n"annotations":[\n{"id":"urn:uu');
    await choose(library, path);
    const words = await until('the refusal', async () => {
      const text = await outcome(library);
      return text.includes('torn.json') ? text : null;
    });
    expect(words).toMatch(/torn\.json.*3.*annotations\[0\]/);
    expect(await found('')).toBe(0);
  });

  it('shows what a file would change, and changes nothing until it is told to', async () => {
    await choose(library, fixture);
    await until('the preview', async () => (await library.$('.dialog .figures')) !== null);
    const figures = await library.evaluate(() =>
      [...document.querySelectorAll('.dialog .figures tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent),
      ),
    );
    expect(figures.slice(0, 2)).toEqual([
      ['1', '0', '0'],
      ['2', '0', '0'],
    ]);
    expect(await library.evaluate(() => document.querySelectorAll('.import-problems li').length)).toBe(3);
    expect(await found('ferry')).toBe(0);
  });

  it('brings it in to be found, and takes all of it back', async () => {
    await press(library, '.dialog .button-primary:not([disabled])');
    await until('the passage', async () => (await found('ferry')) === 1);
    const { items } = await ask(library, 'library.articles', { offset: 0, limit: 9 });
    expect(items.map(({ article }) => article.title).toSorted()).toEqual([
      'The ferry that nobody ordered',
      'Timetable',
    ]);
    const undo = async (): Promise<boolean> =>
      library.evaluate(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('.dialog-actions button')];
        buttons[1]?.click();
        return buttons.length === 2;
      });
    await until('undo', undo);
    await until('nothing', async () => (await found('ferry')) === 0);
    expect((await ask(library, 'library.articles', { offset: 0, limit: 9 })).total).toBe(0);
  });
});
