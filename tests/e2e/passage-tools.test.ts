import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { loadAnew } from './page-steps.ts';
import { toastSays } from './popover-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith, loadOwnAnew } from './second-attempt.ts';

/** What one does with a passage besides keeping it: a mark style, tags from one's own, copies, a note that is drawn. */

const words = 'I have read the map and I have read the mood';

/** Chooses how citations are written, in the options. Answers whether that could be chosen. */
const chosen = (options: Page, style: string): Promise<boolean> =>
  options.evaluate((value) => {
    const selects = [...document.querySelectorAll('select')];
    const field = selects.find((one) => [...one.options].some((option) => option.value === value));
    if (field === undefined) return false;
    field.value = value;
    return field.dispatchEvent(new Event('change', { bubbles: true }));
  }, style);

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('a passage in $name', ({ start }) => {
  let site: SampleSite;
  let page: Page;
  let options: Page;
  let downloads = '';

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
    site = await openSampleSite((given) => start({ ...given, downloads }));
    options = await site.session.openOwn('src/options/options.html');
    page = await site.session.browser.newPage();
    await page.goto(`http://${publisher}/sample/article.html`, { waitUntil: 'load' });
    await untilPainted(page, 10);
  });
  afterAll(async () => {
    await site.close();
    await rm(downloads, { recursive: true, force: true });
  });

  beforeSecondAttemptWith(
    () => site.library,
    async () => {
      for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
      await loadOwnAnew(options);
      await loadAnew(page, 10);
    },
  );

  const kept = async () => {
    const [hit] = await ask(site.library, 'annotations.search', { query: 'map mood', limit: 1 });
    return hit?.annotation ?? null;
  };

  const failed = (): never => {
    throw new Error('not kept');
  };
  /** The popover in a frame that has shown nothing before. */
  const opened = async (): Promise<Frame> => {
    await loadAnew(page, 10);
    return openPopover(page, words, 'Helena Marrow');
  };
  /** Puts what was copied into the note, by key. */
  const paste = async (frame: Frame): Promise<void> => {
    await frame.evaluate(() => document.querySelector('textarea')?.focus());
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
  };

  it('gets a mark style by one key, is painted in it, and loses it by Undo', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const before = await page.evaluate(() => CSS.highlights.size);
    await page.keyboard.press('1');
    await toastSays(frame, 'Marked as Evidence.');
    await until('the style to be stored', async () => (await kept())?.target.styleClass === 'green');
    await until('a highlight of its own', () =>
      page.evaluate((count) => CSS.highlights.size > count, before),
    );
    await page.keyboard.press('2');
    await until('the other style', async () => (await kept())?.target.styleClass === 'rose');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.toast button')?.click());
    await until('the first style again', async () => (await kept())?.target.styleClass === 'green');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('gets and loses a mark style by mouse', async () => {
    const frame = await opened();
    const press = (name: string): Promise<void> =>
      frame.evaluate((label) => {
        const button = document.querySelector<HTMLElement>(`.style-button[aria-label="${label}"]`);
        button?.click();
      }, name);
    await press('Doubtful');
    await toastSays(frame, 'Marked as Doubtful.');
    await until('the style to be stored', async () => (await kept())?.target.styleClass === 'rose');
    await press('Doubtful');
    await toastSays(frame, 'Mark taken away.');
    await until('no style', async () => (await kept())?.target.styleClass === undefined);
    await press('Evidence');
    await until('the style for what follows', async () => (await kept())?.target.styleClass === 'green');
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('is copied as a citation and as a link, though the page is no secure one', async () => {
    const frame = await opened();
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    // Copying moves the focus nowhere: a frame that is closed meanwhile would take it from the page.
    await frame.evaluate(() => {
      addEventListener('focusin', () => document.documentElement.setAttribute('data-moved', ''));
    });
    await page.keyboard.press('c');
    await toastSays(frame, 'Citation copied.');
    expect(await frame.evaluate(() => document.documentElement.hasAttribute('data-moved'))).toBe(false);
    await paste(frame);
    await until('the citation in the note', () =>
      frame.evaluate(
        (text) => document.querySelector('textarea')?.value.includes(text) === true,
        '— Helena Marrow, ',
      ),
    );
    await until('the note to be saved', () =>
      frame.evaluate(() => document.querySelector('.save-done') !== null),
    );
    // The note can be taken back as soon as one turns to something else.
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await toastSays(frame, 'Note changed.');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.toast button')?.click());
    await until('the note to be gone', async () => noteOf((await kept()) ?? failed()) === '');
    await frame.evaluate(() =>
      document.querySelector<HTMLElement>('.icon-button[aria-label="Copy link to these words"]')?.click(),
    );
    await toastSays(frame, 'Link copied.');
    await paste(frame);
    await until('the link in the note', async () =>
      noteOf((await kept()) ?? failed()).includes(`https://${publisher}/sample/article.html#:~:text=`),
    );
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('is copied in the style that the options name, as soon as they do; closed meanwhile, it leaves the focus', async () => {
    const frame = await opened();
    await until('the style of citations', () => chosen(options, 'apa'));
    await page.bringToFront();
    // The popover is told by the background.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await frame.evaluate(() => document.querySelector<HTMLElement>('.note-head button')?.click());
    // On a busy machine it may come too late for the browser to let us copy: then it is there at the next key.
    await until('the citation to be copied', async () => {
      await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
      await page.keyboard.press('c');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return frame.evaluate(
        () => document.querySelector('.toast')?.textContent.includes('Citation copied.') === true,
      );
    });
    await frame.evaluate(() => document.querySelector<HTMLElement>('.note-head button')?.click());
    await until('the field', () => frame.evaluate(() => document.querySelector('textarea') !== null));
    await paste(frame);
    await until('the citation in APA', async () =>
      noteOf((await kept()) ?? failed()).includes('(2026, September 17). River deal is near'),
    );
    await frame.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await popoverGone(page);
    await chosen(options, 'plain');
  });

  it('has its note drawn when one comes back; tags of one’s own are offered and taken by key', async () => {
    const annotation = await kept();
    if (annotation === null) throw new Error('not kept');
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 10);
    const frame = await openPopover(page, words, 'Kept');
    await until('the note, drawn, with its link', () =>
      frame.evaluate(() => document.querySelector('.note-words a[rel="noopener noreferrer"]') !== null),
    );
    await frame.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('Überfluss');
    await page.keyboard.press('Enter');
    await until('the tag', async () => tagsOf((await kept()) ?? annotation).includes('Überfluss'));
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    expect(tagsOf((await kept()) ?? annotation)).toEqual([]);
  });

  // Last: Firefox shows what it has downloaded, and the focus is there then.
  it('is saved as a file of the format that the reader likes best', async () => {
    const frame = await opened();
    await frame.evaluate(() =>
      document.querySelector<HTMLElement>('.icon-button[aria-label="Save a file"]')?.click(),
    );
    await toastSays(frame, 'Saved as a file.');
    const file = await until('the file', async () => {
      const name = (await readdir(downloads)).find((one) => one.endsWith('.md'));
      return name === undefined ? null : readFile(join(downloads, name), 'utf8');
    });
    expect(file).toContain('> ');
    expect(file).toContain(words);
    expect(file).toContain('**Helena Marrow**');
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });
});
