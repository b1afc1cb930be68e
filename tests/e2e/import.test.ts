import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { chooseFiles, press } from '#tests/trust/browsers/surface-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith, loadOwnAnew } from './second-attempt.ts';

/** What the reader brings in: real files through the file field, in both browsers. */

const fixture = new URL('../fixtures/import/hypothesis.api.json', import.meta.url).pathname;

const outcome = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.dialog .import-outcome')?.textContent ?? '');

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('imports in $name', ({ start }) => {
  let folder = '';
  let site: SampleSite;
  let session: Session;
  let library: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-imports-'));
    site = await openSampleSite(start);
    ({ session, library } = site);
    await press(library, '.import-open-place .button');
  });

  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeSecondAttemptWith(
    () => library,
    async () => {
      await loadOwnAnew(library);
      await press(library, '.import-open-place .button');
    },
  );

  /** Has the dialogue show what a file in a Zip archive would change. */
  const showArchive = async (): Promise<void> => {
    const path = join(folder, 'archive.zip');
    await writeFile(path, zipSync({ 'hypothesis.api.json': await readFile(fixture) }));
    await chooseFiles(library, [path]);
    await until('the preview', async () => (await library.$('.dialog .figures')) !== null);
  };

  const found = async (query: string): Promise<number> => {
    const page = { offset: 0, limit: 9, order: 'rank', filter: {} } as const;
    return (await ask(library, 'library.search', { ...page, query })).total;
  };

  it('names file, line and field of a file that is cut off, and changes nothing', async () => {
    const path = join(folder, 'torn.json');
    await writeFile(path, '{"format":"on-record","version":1,\n"annotations":[\n{"id":"urn:uu');
    await chooseFiles(library, [path]);
    const words = await until('the refusal', async () => {
      const text = await outcome(library);
      return text.includes('torn.json') ? text : null;
    });
    expect(words).toMatch(/torn\.json.*3.*annotations\[0\]/);
    expect(await found('')).toBe(0);
  });

  it('says plainly that a Zip archive of Markdown cannot be brought in', async () => {
    const path = join(folder, 'notes.zip');
    await writeFile(path, zipSync({ 'The ferry.md': strToU8('# The ferry\n') }));
    await chooseFiles(library, [path]);
    const words = await until('the refusal', async () => {
      const text = await outcome(library);
      return text.includes('notes.zip') ? text : null;
    });
    expect(words).toBe(
      'notes.zip: nothing was imported. The ferry.md: Markdown is for reading and cannot be imported. JSON brings everything back.',
    );
  });

  it('shows what a file in a Zip archive would change, and changes nothing until it is told to', async () => {
    await showArchive();
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
    if ((await library.$('.dialog .figures')) === null) await showArchive();
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

  it('takes several files at once, or none of them', async () => {
    const [torn, note] = [join(folder, 'second.csv'), join(folder, 'third.csv')];
    await writeFile(torn, 'Highlight,Title,URL\n"a,b');
    await writeFile(
      note,
      'Highlight,Title,URL\nA lighthouse,Lights,https://www.example-courier.com/lights\n',
    );
    if ((await library.$('.dialog')) === null) await press(library, '.import-open-place .button');
    else {
      await press(library, '.dialog-actions button');
      await press(library, '.import-open-place .button');
    }
    await chooseFiles(library, [note, torn]);
    await until('the refusal', async () => (await outcome(library)).includes('second.csv'));
    expect(await library.$('.dialog .figures')).toBeNull();
    await chooseFiles(library, [fixture, note]);
    await until('the preview', async () => (await library.$('.dialog .figures')) !== null);
    const names = await library.evaluate(() =>
      [...document.querySelectorAll('.import-files bdi')].map((name) => name.textContent),
    );
    expect(names).toEqual(['hypothesis.api.json', 'third.csv']);
    await press(library, '.dialog .button-primary:not([disabled])');
    await until('both', async () => (await found('ferry')) === 1 && (await found('lighthouse')) === 1);
    await press(library, '.dialog-actions button');
  });

  it('tells, when the tab was closed before it was brought in, and leaves nothing', async () => {
    const other = await session.openOwn('src/library/library.html');
    await press(other, '.import-open-place .button');
    await chooseFiles(other, [join(folder, 'third.csv')]);
    await until('the preview', async () => (await other.$('.dialog .figures')) !== null);
    const before = await found('');
    await other.close();
    const next = await session.openOwn('src/library/library.html');
    const words = await until('the line', () =>
      next.evaluate(() => document.querySelector('.import-left p')?.textContent ?? null),
    );
    expect(words).toContain('third.csv');
    await press(next, '.import-left button');
    await until('no line', async () => (await next.$('.import-left')) === null);
    expect(await ask(next, 'import.left', null)).toEqual([]);
    expect(await found('')).toBe(before);
    await next.close();
  });

  it('places a note of another tool on the page, where it is read', async () => {
    const exact = 'have turned brown for a second summer';
    const address = `https://${publisher}/sample/article.html`;
    const annotation = {
      id: 'aBcDeFgHiJkLmNoPqRsT1', created: '2026-09-18T08:00:00+00:00', updated: '2026-09-18T08:00:00+00:00',
      user: 'acct:reader@hypothes.is', uri: address, text: 'Which fields?', tags: ['water'],
      target: [{ source: address, selector: [{ type: 'TextQuoteSelector', exact, prefix: 'of the lower valley ', suffix: '.' }] }],
      document: { title: ['River deal is near'] },
    }; // prettier-ignore
    const path = join(folder, 'hypothesis.json');
    const head = {
      export_date: '2026-09-19T08:00:00Z',
      export_userid: 'acct:reader@hypothes.is',
      client_version: '1.1',
    };
    await writeFile(path, JSON.stringify({ ...head, annotations: [annotation] }));
    await press(library, '.import-open-place .button');
    await chooseFiles(library, [path]);
    await press(library, '.dialog .button-primary:not([disabled])');
    await until('the passage', async () => (await found('"brown for a second summer"')) === 1);
    const page = await session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(page);
    const frame = await openPopover(page, 'brown for a second', exact);
    const note = await frame.evaluate(
      () => document.body.textContent + (document.querySelector('textarea')?.value ?? ''),
    );
    expect(note).toContain('Which fields?');
    await page.close();
  });
});
