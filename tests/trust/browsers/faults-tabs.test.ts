import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { type FirefoxOptions, startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { endBackground } from './end-background.ts';
import { saysSaved, speaker, words } from './note-in-writing.ts';
import { openSampleSite, publisher, type SampleSite } from '#tests/e2e/sample-site.ts';

/** Fifty articles are open, each in a tab of its own with its popover, and in all of them the reader's words are saved at once. */

const tabs = 50;

interface Tab {
  readonly number: number;
  readonly page: Page;
  readonly frame: Frame;
}

/** As many keys at once would: the note is saved by itself. */
const write = ({ frame }: Tab, text: string): Promise<boolean> =>
  until('the field of the note', () =>
    frame.evaluate((value) => {
      document.querySelector<HTMLElement>('.note-head button')?.click();
      const field = document.querySelector<HTMLTextAreaElement>('textarea.note-input');
      if (field === null) return false;
      field.value += value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }, text),
  );

describe.each([
  { name: 'Chromium', start: startChromium },
  {
    name: 'Firefox',
    start: (options: FirefoxOptions) => startFirefox({ ...options, systemAccess: true }),
  },
])('50 tabs at once, in $name', ({ start }) => {
  let site: SampleSite;
  let session: Session;
  let library: Page;
  const all: Tab[] = [];

  /** The note of each article, by the number in its address. */
  const kept = async (): Promise<ReadonlyMap<number, string>> => {
    const hits = await ask(library, 'annotations.search', { query: 'mood', limit: 99 });
    const numberIn = (source: string): number => Number(/talks-(\d+)\./u.exec(source)?.[1] ?? Number.NaN);
    return new Map(hits.map(({ annotation }) => [numberIn(annotation.target.source), noteOf(annotation)]));
  };

  beforeAll(async () => {
    site = await openSampleSite(start);
    ({ session, library } = site);
    const html = await readFile(join(site.folder, 'sample/article.html'), 'utf8');
    for (let number = 0; number < tabs; number++) {
      const own = html.replaceAll('river-talks.html', `river-talks-${number}.html`);
      await writeFile(join(site.folder, `sample/river-talks-${number}.html`), own);
    }
  });
  afterAll(() => site?.close());

  it('each article is marked, and each popover opens', { timeout: 600_000, retry: 0 }, async () => {
    for (let number = 0; number < tabs; number++) {
      const page = await session.open(`http://${publisher}/sample/river-talks-${number}.html`);
      await page.bringToFront();
      await untilPainted(page, 20);
      all.push({ number, page, frame: await openPopover(page, words, speaker) });
    }
    expect(all).toHaveLength(tabs);
  });

  it('what is written in all of them at once is saved in all', { timeout: 300_000, retry: 0 }, async () => {
    await Promise.all(all.map((tab) => write(tab, `first-${tab.number}`)));
    await until(
      'every popover to say so',
      async () => (await Promise.all(all.map(({ frame }) => saysSaved(frame)))).every(Boolean),
      120_000,
    );
    const notes = await kept();
    expect([...notes.keys()].toSorted((a, b) => a - b)).toEqual(all.map(({ number }) => number));
    for (const { number } of all) expect(notes.get(number)).toBe(`first-${number}`);
  });

  it(
    'nothing that was acknowledged is lost where the background is ended meanwhile, and the rest follows',
    {
      timeout: 300_000,
      retry: 0,
    },
    async () => {
      const writing = Promise.all(all.map((tab) => write(tab, ` second-${tab.number}`)));
      for (let i = 0; i < 4; i++) {
        await new Promise((resolve) => setTimeout(resolve, 120));
        await endBackground(session, library);
      }
      await writing;
      await until(
        'every popover to say so',
        async () => (await Promise.all(all.map(({ frame }) => saysSaved(frame)))).every(Boolean),
        120_000,
      );
      const notes = await kept();
      for (const { number } of all) expect(notes.get(number)).toBe(`first-${number} second-${number}`);
    },
  );

  it('the library lists each article once, and tabs that close take nothing along', async () => {
    await Promise.all(all.filter(({ number }) => number % 2 === 0).map(({ page }) => page.close()));
    const { total } = await ask(library, 'library.articles', { offset: 0, limit: 1 });
    expect(total).toBe(tabs);
    expect((await kept()).size).toBe(tabs);
  }, 120_000);
});
