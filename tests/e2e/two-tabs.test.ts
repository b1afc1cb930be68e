import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { popoverFrame, type Session, until } from '#scripts/driver/session.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';

/**
 * Two tabs editing one note: neither text is lost, and the reader sees what has happened. Each step sees to it that what it begins with
 * is kept, so that it can be tried by itself.
 */

const address = `http://${publisher}/sample/article.html`;
const words = 'I have read the map and I have read the mood';
const speaker = 'Helena Marrow';
const told = 'written in another place';

/** Puts these words where the note of a page or a frame is written, as the last of many keys would. */
const write = (where: Page | Frame, text: string): Promise<unknown> =>
  until('the field of the note', () =>
    where.evaluate((value) => {
      const field = document.querySelector<HTMLTextAreaElement>('textarea.note-input');
      if (field === null) {
        // Where the window has lost the focus meanwhile, the note is shown as it is read.
        document.querySelector<HTMLElement>('.note-head button')?.click();
        return false;
      }
      field.value += value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }, text),
  );
const shows = (where: Page | Frame, text: string): Promise<unknown> =>
  until(`“${text}”`, () =>
    where.evaluate((wanted) => {
      const values = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      return [document.body.innerText, ...values].join(' ').includes(wanted);
    }, text),
  );
const press = (where: Page | Frame, selector: string): Promise<unknown> =>
  until(selector, () =>
    where.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      found?.click();
      return found !== null;
    }, selector),
  );

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('two tabs editing one note in $name', ({ start }) => {
  let site: SampleSite;
  let session: Session;
  let library: Page;
  let first: Page;
  let second: Page;

  /** The notes on the quotation, one a record. */
  const notes = async (): Promise<readonly string[]> =>
    (await ask(library, 'annotations.search', { query: 'mood', limit: 9 })).map((hit) =>
      noteOf(hit.annotation),
    );
  const untilBoth = (...texts: readonly string[]): Promise<boolean> =>
    until(`${texts.join(' and ')} in one note`, async () => {
      const all = await notes();
      return all.length === 1 && texts.every((text) => all[0]?.includes(text));
    });
  const open = async (page: Page): Promise<Frame> => {
    await page.bringToFront();
    return openPopover(page, words, speaker);
  };

  beforeAll(async () => {
    site = await openSampleSite(start);
    ({ session, library } = site);
    first = await session.open(address);
    second = await session.open(address);
    for (const page of [first, second]) {
      await page.bringToFront();
      await untilPainted(page, 20);
    }
  });
  afterAll(() => site.close());

  const closeAll = async (): Promise<void> => {
    for (const page of [first, second]) {
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await popoverGone(page);
    }
  };
  /** Nothing is kept, and no popover is open. */
  const beginEmpty = async (): Promise<void> => {
    await closeAll();
    if ((await notes()).length === 0) return;
    await ask(library, 'storage.wipe', { backups: true });
    for (const page of [first, second]) {
      await page.bringToFront();
      await page.reload({ waitUntil: 'load' });
      await untilPainted(page, 20);
    }
  };
  /** One note with these words is kept, and no popover is open. */
  const beginWith = async (...texts: readonly string[]): Promise<void> => {
    await closeAll();
    const all = await notes();
    if (all.length === 1 && texts.every((text) => all[0]?.includes(text))) return;
    await beginEmpty();
    await write(await open(first), texts.join(' '));
    await untilBoth(...texts);
    await closeAll();
  };

  it('on what neither has kept yet: one record with both texts, shown in both', async () => {
    await beginEmpty();
    const frames = [await open(first), await open(second)] as const;
    await Promise.all([write(frames[0], 'alpha'), write(frames[1], 'beta')]);
    await untilBoth('alpha', 'beta');
    for (const frame of frames) for (const text of ['alpha', 'beta', told]) await shows(frame, text);
  });

  it('with real keys, one after the other without a pause', async () => {
    await beginWith('alpha', 'beta');
    for (const page of [first, second]) await open(page);
    for (const [page, text] of [[first, 'gamma'], [second, 'delta'], [first, 'epsilon']] as const) {
      await page.bringToFront();
      const frame = await popoverFrame(page);
      await press(frame, '.note-head button, textarea.note-input');
      await frame.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea.note-input')?.focus());
      await page.keyboard.type(` ${text}`);
    } // prettier-ignore
    await untilBoth('alpha', 'beta', 'gamma', 'delta', 'epsilon');
    await closeAll();
  });

  it('in the popover and in the library, while both go on writing', async () => {
    await beginWith('alpha', 'beta');
    // What was being written there is left, should this be tried once more.
    for (const place of ['#/articles', '#/notes']) {
      await library.evaluate((to) => {
        location.hash = to;
      }, place);
      await until(place, async () => ((await library.$('.record-foot')) !== null) === (place === '#/notes'));
    }
    await press(library, '.record-foot .button');
    const frame = await open(first);
    await press(frame, '.note-head button');
    await Promise.all([write(library, ' zeta'), write(frame, ' eta')]);
    // Before either has an answer, and again after it.
    await Promise.all([write(library, ' theta'), write(frame, ' iota')]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all([write(library, ' kappa'), write(frame, ' lambda')]);
    await untilBoth('zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda');
    await shows(library, told);
    await shows(frame, told);
  });

  it('on a person, in two tabs of the library; who has only a note is in the list of people, and found', async () => {
    await beginWith('alpha', 'beta');
    const article = (await ask(library, 'annotations.search', { query: 'mood', limit: 1 }))[0]?.article;
    if (article === undefined) throw new Error('nothing kept');
    const { id, note, modified } = await ask(library, 'people.meet', { article, name: 'Ruth Lindqvist' });
    if (note !== '') await ask(library, 'people.note', { id, note: '', base: modified });
    const people = async (query: string): Promise<readonly string[]> =>
      (await ask(library, 'people.list', { query, order: 'name', offset: 0, limit: 9 })).items.map(
        ({ person }) => person.name,
      );
    expect(await people('')).toEqual([speaker]);
    const path = `src/library/library.html#/person?id=${encodeURIComponent(id)}`;
    const tabs = [await session.openOwn(path), await session.openOwn(path)] as const;
    await Promise.all([write(tabs[0], 'upstream'), write(tabs[1], 'downstream')]);
    await Promise.all([write(tabs[0], ' always'), write(tabs[1], ' never')]);
    await until('both texts', async () => {
      const note = (await ask(library, 'people.find', { source: article.source, name: 'Ruth Lindqvist' }))
        ?.person.note;
      return ['upstream always', 'downstream never'].every((text) => note?.includes(text));
    });
    for (const tab of tabs) for (const text of ['upstream', 'downstream', told]) await shows(tab, text);
    expect(await people('')).toEqual([speaker, 'Ruth Lindqvist']);
    expect(await people('downstream')).toEqual(['Ruth Lindqvist']);
    await tabs[1].evaluate(() => {
      location.hash = '#/search?q=downstream';
    });
    await until('her in the search', () =>
      tabs[1].evaluate(
        () => document.querySelector('.found-people a[href*="person?"]')?.textContent === 'Ruth Lindqvist',
      ),
    );
    for (const tab of tabs) await tab.close();
  });
});
