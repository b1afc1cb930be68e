import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { annotation, article } from '#tests/storage/records.ts';
import { untilText } from './library-steps.ts';

/**
 * What the library does with thousands at once: it says how far it is and can be stopped; and what it does when the browser has taken it.
 * Each step sees to it that all of them are there, so that it can be tried by itself.
 */

const many = 3_000;
const everything = { query: '', filter: {}, order: 'newest', offset: 0, limit: 1 } as const;

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the library’s work in $name', ({ start }) => {
  let downloads = '';
  let session: Session;
  let library: Page;

  const total = async (): Promise<number> => (await ask(library, 'library.search', everything)).total;
  /** Clicks what a selector finds and what has these words, or is labelled with them. */
  const press = (selector: string, words: string): Promise<boolean> =>
    until(words, () =>
      library.evaluate(
        (wanted, part) => {
          const all = [...document.querySelectorAll<HTMLElement>(wanted)];
          const found = all.find(
            (element) => element.textContent?.includes(part) || element.getAttribute('aria-label') === part,
          );
          found?.click();
          return found !== undefined;
        },
        selector,
        words,
      ),
    );
  const pickAll = async (count: string): Promise<void> => {
    await until('the rows', async () => (await library.$('.feed-row')) !== null);
    await library.focus('.feed-row');
    await library.keyboard.down('Control');
    await library.keyboard.press('a');
    await library.keyboard.up('Control');
    await untilText(library, `${count} selected`);
  };

  /** Brings them in; what else was in the library goes. */
  const fill = async (): Promise<void> => {
    await ask(library, 'storage.wipe', { backups: true });
    const annotations = Array.from({ length: many }, (_, number) =>
      annotation({
        number,
        minute: number % 900,
        exact: number < 12 ? `The lock ${number}` : `Words ${number}`,
      }),
    );
    const name = `${new Date().toISOString()} work`;
    await ask(library, 'import.begin', { import: name, files: ['sample'] });
    const records = {
      articles: [article()],
      annotations,
      people: [],
      appearances: [],
      decisions: [],
      versions: [],
    };
    await ask(library, 'import.stage', { import: name, part: 0, records });
    await ask(library, 'import.commit', { import: name });
    await ask(library, 'import.drop', { import: name });
  };
  const isAsFilled = async (): Promise<boolean> => {
    const trash = await ask(library, 'library.trash', { offset: 0, limit: 1 });
    const tags = await ask(library, 'library.tags', { limit: 1 });
    const settings = await ask(library, 'settings.all', null);
    return (
      (await total()) === many &&
      trash.total === 0 &&
      tags.length === 0 &&
      Object.values(settings).every((value) => !Array.isArray(value) || value.length === 0)
    );
  };
  /** Opens this part of the library, with all of them in it and nothing else. */
  const begin = async (place: string, shown: string): Promise<void> => {
    if (!(await isAsFilled())) await fill();
    const before = library;
    library = await session.openOwn(`src/library/library.html${place}`);
    await before.close();
    await library.bringToFront();
    await untilText(library, shown);
  };

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-work-'));
    session = await start({ downloads });
    library = await session.openOwn('src/library/library.html#/search');
    await fill();
  });
  afterAll(async () => {
    await session.close();
    await rm(downloads, { recursive: true, force: true });
  });

  it('says how far a deletion of thousands is, and deletes nothing when it is stopped', async () => {
    await begin('#/search', '3,000 passages');
    await pickAll('3,000');
    await library.keyboard.press('Delete');
    await until('the line', async () => (await library.$('.work-line progress')) !== null);
    await press('.work-line button', 'Cancel');
    await until('the end of it', async () => (await library.$('.work-line')) === null);
    expect(await total()).toBe(many);
    expect((await ask(library, 'library.trash', { offset: 0, limit: 1 })).total).toBe(0);
    expect(await library.$('.trouble')).toBeNull();
  });

  it('keeps, renames and forgets a search; tags, exports and deletes all that it finds, and nothing else', async () => {
    await begin('#/search?q=lock', '12 passages');
    for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
    const names = (): Promise<readonly string[]> =>
      library.evaluate(() =>
        [...document.querySelectorAll('.saved-search-name')].map((one) => one.textContent),
      );
    await press('.feed-tools button', 'Keep this search');
    await press('.name-row button', 'Save');
    await until('the search', async () => (await names()).join() === 'lock');
    await press('.saved-search button', 'Change');
    await until('its name', async () => (await library.$('.saved-search .name-row input')) !== null);
    await library.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('.saved-search .name-row input');
      if (field === null) return;
      field.value = 'The locks';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('.saved-search .name-row button', 'Save');
    await until('the new name', async () => (await names()).join() === 'The locks');

    await pickAll('12');
    await press('.bulk button', 'Tags');
    await library.keyboard.type('boats');
    await library.keyboard.press('Enter');
    await untilText(library, 'Tagged 12 passages.');
    const boats = { ...everything, filter: { tags: ['boats'] } };
    expect((await ask(library, 'library.search', boats)).total).toBe(12);
    await press('.toast button', 'Undo');
    await until('no tags', async () => (await ask(library, 'library.search', boats)).total === 0);

    await pickAll('12');
    await press('.bulk .export-open-place button', '');
    await press('.format-row label, .format-row', 'CSV');
    await library.evaluate(() =>
      document.querySelector<HTMLElement>('.format-row input[value="csv"]')?.click(),
    );
    await press('.dialog .button-primary:not([disabled])', '');
    const file = await until('the file', async () => {
      const found = (await readdir(downloads)).find((one) => one.endsWith('.csv'));
      if (found === undefined) return null;
      const text = await readFile(join(downloads, found), 'utf8');
      return text.length > 0 && text;
    });
    const rows = Papa.parse(file.trim(), { newline: '\r\n', delimiter: ',' }).data.slice(1);
    expect(rows.map(([words]) => String(words)).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, number) => `The lock ${number}`).toSorted(),
    );
    await library.keyboard.press('Escape');
    await until('the list', async () => (await library.$('.dialog')) === null);

    await press('.bulk button', 'Delete');
    await untilText(library, 'Deleted 12 passages.');
    expect(await total()).toBe(many - 12);
    await press('.toast button', 'Undo');
    await until('all of them', async () => (await total()) === many);

    await press('.saved-search button', 'Change');
    await press('.saved-search button', 'Delete the search');
    await until('no search', async () => (await names()).length === 0);
  });

  it('notices at its start that the browser has taken the library, and brings it back from the backup', async () => {
    await begin('#/search', '3,000 passages');
    const { id } = await ask(library, 'backups.make', null);
    expect(id).toBeGreaterThan(0);
    await library.evaluate(
      `new Promise((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('on-record');
        gone.onsuccess = () => resolve(null);
        gone.onerror = () => reject(gone.error);
      })`,
    );
    await library.evaluate(() => {
      location.hash = '#/articles';
      location.reload();
    });
    await untilText(library, 'The browser has cleared the library');
    await untilText(library, 'holds 3,000 passages');
    await press('.state-bad button', 'Bring the library back');
    await untilText(library, 'The library is back.');
    expect(await ask(library, 'storage.kept', null)).toBe(many);
    const { items } = await ask(library, 'library.articles', { offset: 0, limit: 9 });
    expect(items.map(({ article: { title }, count }) => [title, count])).toEqual([['A long story', many]]);
  });
});
