import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { popoverGone, popoverShowing, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, tellPages } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { paintedWords } from './page-steps.ts';
import { type FixtureSite, openFixtures, publisher } from './sample-site.ts';
import {
  barBox,
  besideWords,
  dragOver,
  keepAt,
  meets,
  noteAt,
  press,
  quoteAt,
  selectedLines,
  untilBar,
  untilNoBar,
} from './selection-steps.ts';
import { beforeSecondAttemptWith, closeAll } from './second-attempt.ts';

/** The toolbar for selected text, and marks that the reader hides. */

const address = `http://${publisher}/live/story.html`;
/** Pictures to look at, when a folder is named. */
const pictures = process.env['PICTURES'];

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('selected text in $name', ({ start }) => {
  let site: FixtureSite;
  let session: Session;
  let library: Page;
  let page: Page;
  beforeAll(async () => {
    site = await openFixtures(start);
    ({ session } = site);
    library = await session.openOwn('src/library/library.html');
    if (pictures) await mkdir(pictures, { recursive: true });
  });
  afterAll(() => site.close());
  beforeSecondAttemptWith(
    () => library,
    async () => {
      await session.closePopup().catch(() => null);
      await closeAll(session, publisher);
    },
  );
  beforeEach(async () => {
    page = await session.open(address);
    await page.bringToFront();
    await untilPainted(page, 5);
  });
  afterEach(() => page.close());
  const shoot = async (name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${session.name}-${name}.png`) });
  };

  const drag = (from: string, to: string): Promise<void> => dragOver(page, from, to);

  it('offers a toolbar that covers none of the selected words, across elements and paragraphs', async () => {
    await drag('#second', '#third');
    const box = await untilBar(page);
    const lines = await selectedLines(page);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => meets(line, box))).toEqual([]);
    await shoot('bar');
    await page.keyboard.press('Escape');
    await untilNoBar(page);
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
  });

  it('keeps words across paragraphs at once', async () => {
    await drag('#first', '#second');
    await press(page, keepAt);
    await popoverShowing(page, 'Kept');
    await shoot('kept');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    const [saved] = await ask(library, 'annotations.search', { query: 'midnight', limit: 9 });
    expect(JSON.stringify(saved?.annotation.target.selector)).toMatch(/midnight.*We have paid/);
    // The pointer was pressed and let go inside of words.
    const [exact = ''] = (saved?.annotation.target.selector ?? []).flatMap((one) =>
      one.type === 'TextQuoteSelector' ? [one.exact] : [],
    );
    expect(await besideWords(page, exact)).toEqual([]);
    await ask(library, 'annotations.delete', { id: saved?.annotation.id ?? '' });
  });

  it('takes the reader to the note', async () => {
    await drag('#third', '#third');
    await press(page, noteAt);
    const frame = await popoverShowing(page, 'all of its parts');
    await until('the note field to have the focus', () =>
      frame.evaluate(() => document.activeElement?.nodeName === 'TEXTAREA'),
    );
    await page.keyboard.press('Escape');
    await popoverGone(page);
    expect(await ask(library, 'annotations.search', { query: 'parts', limit: 9 })).toEqual([]);
  });

  it('marks words as a quotation of the person that the reader picks', async () => {
    await drag('#last', '#last');
    await press(page, quoteAt);
    const frame = await popoverShowing(page, 'Who says this?');
    await shoot('picker');
    await frame.evaluate(() => {
      const names = [...document.querySelectorAll<HTMLElement>('.picker-name')];
      names.find(({ textContent }) => textContent === 'Benno Tarrow')?.click();
    });
    await until('the record', async () => {
      const [saved] = await ask(library, 'annotations.search', { query: 'survey', limit: 9 });
      return saved?.annotation.quotation?.speaker === 'Benno Tarrow';
    });
    await page.keyboard.press('Escape');
    await popoverGone(page);
    const [saved] = await ask(library, 'annotations.search', { query: 'survey', limit: 9 });
    expect(saved?.annotation.quotation?.status).toBe('corrected');
    await ask(library, 'annotations.delete', { id: saved?.annotation.id ?? '' });
  });

  /**
   * Selects a paragraph of the frame or of the shadow root, as a reader does. A script that focuses a frame is not the same: a tab that
   * has just come to the front may give its focus to the page's own document after that.
   */
  const dragOnce = async (where: 'frame' | 'shadow root'): Promise<void> => {
    const ends = await page.evaluate((inFrame) => {
      const frame = document.querySelector('iframe');
      const root = inFrame ? frame?.contentDocument : document.querySelector('#note')?.shadowRoot;
      const text = root?.querySelector('p');
      (inFrame ? frame : text)?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = text?.ownerDocument.createRange();
      if (text) range?.selectNodeContents(text);
      const lines = [...(range?.getClientRects() ?? [])];
      const outer = inFrame ? frame?.getBoundingClientRect() : null;
      return [lines.at(0), lines.at(-1)].map((line) => ({
        left: (outer?.x ?? 0) + (line?.left ?? 0),
        right: (outer?.x ?? 0) + (line?.right ?? 0),
        y: (outer?.y ?? 0) + (line ? line.y + line.height / 2 : 0),
      }));
    }, where === 'frame');
    const [first, last] = ends;
    if (!first || !last) throw new Error('nothing to select');
    await page.mouse.move(first.left + 2, first.y);
    await page.mouse.down();
    await page.mouse.move(last.right - 2, last.y, { steps: 6 });
    await page.mouse.up();
  };
  const isSelected = (where: 'frame' | 'shadow root'): Promise<boolean> =>
    page.evaluate((inFrame) => {
      const view = inFrame ? document.querySelector('iframe')?.contentWindow : window;
      const length = view?.getSelection()?.toString().length ?? 0;
      return length > 100 && (document.activeElement?.localName === 'iframe') === inFrame;
    }, where === 'frame');
  /** A page that has just been scrolled may not know yet where its frame stands: as a reader would, it is dragged again then. */
  const dragWithin = (where: 'frame' | 'shadow root'): Promise<boolean> =>
    until('the words to be selected', async () => {
      await dragOnce(where);
      for (let look = 0; look < 10; look++) {
        if (await isSelected(where)) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;
    });

  it('works from the context menu and the keys, also in a shadow root and in a frame', async () => {
    await until('the frame’s words to be marked', async () =>
      (await paintedWords(page)).some((words) => words.includes('The crane will not')),
    );
    await dragWithin('frame');
    expect(await tellPages(library, 'page.openSelection', { intent: 'show' })).toEqual([true]);
    await popoverShowing(page, 'in a letter to the owners');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    await dragWithin('shadow root');
    expect(await tellPages(library, 'page.openSelection', { intent: 'show' })).toEqual([true]);
    await popoverShowing(page, 'My nets hang on that crane');
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('stays away from the page’s fields, goes when the words scroll away, and is moved by no script', async () => {
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#field')?.select());
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#field')?.focus());
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await barBox(page)).toBeNull();
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#field')?.blur());
    await drag('#second', '#second');
    const box = await untilBar(page);
    // A press that a script makes up opens nothing.
    await page.evaluate(
      ({ x, y }) => {
        for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          document
            .elementFromPoint(x, y)
            ?.dispatchEvent(new MouseEvent(kind, { clientX: x, clientY: y, bubbles: true, detail: 1 }));
      },
      { x: box.x + 10, y: box.y + 10 },
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await barBox(page)).not.toBeNull();
    await page.evaluate(() => {
      document.body.style.paddingBottom = '3000px';
      scrollTo({ top: 2_500, behavior: 'instant' });
    });
    await untilNoBar(page);
  });

  it('the page hears nothing of the pointer on the toolbar', async () => {
    await page.evaluate(`window.seen = [];
      for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click', 'pointerup', 'keydown', 'focusin'])
        addEventListener(kind, ({ type, target }) => target.parentElement === document.documentElement && target !== document.body && seen.push(type), true);`);
    await drag('#second', '#second');
    await press(page, noteAt);
    await popoverShowing(page, 'three times');
    expect(await page.evaluate('window.seen')).toEqual([]);
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('is dark on a dark page, and can be switched off', async () => {
    await page.evaluate(() => document.body.classList.add('night'));
    await drag('#second', '#third');
    await untilBar(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await shoot('bar-night');
    await library.evaluate(`chrome.storage.local.set({ settings: { selectionBar: false } })`);
    await page.mouse.click(5, 300);
    await untilNoBar(page);
    await drag('#second', '#third');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await barBox(page)).toBeNull();
    await library.evaluate(`chrome.storage.local.remove('settings')`);
  });

  it('marks can be hidden and shown, on the site and everywhere, at once and in every tab', async () => {
    const other = await session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(other, 20);
    await page.bringToFront();
    const popup = await session.popup(page);
    await until('the switch', () =>
      popup.run((document) => document.body.textContent.includes('Hide marks')),
    );
    await popup.run((document) => {
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Hide marks')
        ?.click();
    });
    await until('no mark', async () => (await paintedWords(page)).length === 0);
    await until('no mark in the other tab', async () => (await paintedWords(other)).length === 0);
    await until('the answer', () =>
      popup.run((document) => document.body.textContent.includes('Marks are hidden on')),
    );
    if (pictures) await session.shootPopup(join(pictures, `${session.name}-popup-hidden.png`));
    await session.closePopup();
    await page.reload({ waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await paintedWords(page)).toEqual([]);
    expect(await tellPages(library, 'page.marks')).toEqual([
      { shown: false, site: publisher },
      { shown: false, site: publisher },
    ]);
    await other.close();
    await tellPages(library, 'page.toggleMarks');
    await until('the marks', async () => (await paintedWords(page)).length > 5);
    await tellPages(library, 'page.showMarks', { shown: false, scope: 'everywhere' });
    await until('no mark', async () => (await paintedWords(page)).length === 0);
    await library.evaluate(`chrome.storage.local.remove('settings')`);
    await until('the marks', async () => (await paintedWords(page)).length > 5);
  });
});
