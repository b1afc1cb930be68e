import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tooSoon } from '#content/press-guard.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { popoverGone, popoverShowing, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { type FixtureSite, openFixtures, publisher } from './sample-site.ts';
import {
  barBox,
  besideWords,
  dragOver,
  keepAt,
  meets,
  noteAt,
  press,
  pressAtOnce,
  selectedLines,
  untilBar,
} from './selection-steps.ts';
import { beforeSecondAttemptWith, closeAll } from './second-attempt.ts';

/** The toolbar for selected text under other hands: quick ones, those that read from right to left, and fingers. */

const address = `http://${publisher}/live/story.html`;
/** Pictures to look at, when a folder is named. */
const pictures = process.env['PICTURES'];

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('selected text in $name', ({ name, start }) => {
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
    () => closeAll(session, publisher),
  );
  beforeEach(async () => {
    page = await session.open(address);
    await page.bringToFront();
    await untilPainted(page, 5);
  });
  afterEach(() => page.close());
  const shoot = async (what: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${session.name}-${what}.png`) });
  };
  /** The words of the one record that holds this word; the record is deleted. */
  const takeSaved = async (query: string): Promise<string> => {
    const [saved] = await ask(library, 'annotations.search', { query, limit: 9 });
    await ask(library, 'annotations.delete', { id: saved?.annotation.id ?? '' });
    const selectors = saved?.annotation.target.selector ?? [];
    return selectors.flatMap((one) => (one.type === 'TextQuoteSelector' ? [one.exact] : []))[0] ?? '';
  };

  it('a press as soon as it has come was meant for the page, and opens nothing', async () => {
    await dragOver(page, '#second', '#second');
    await until('a press that was soon enough', async () => {
      if ((await pressAtOnce(page, noteAt)) < tooSoon) return true;
      // A busy machine was late. What it has opened is closed.
      await page.keyboard.press('Escape');
      await popoverGone(page);
      await dragOver(page, '#second', '#second');
      return false;
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await barBox(page)).not.toBeNull();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    await press(page, noteAt);
    await popoverShowing(page, 'three times');
    await page.keyboard.press('Escape');
    await popoverGone(page);
  });

  it('on a right-to-left page it covers no selected word, and whole words are kept', async () => {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      document.documentElement.lang = 'ar';
      for (const [id, text] of [
        [
          '#first',
          'ستبقى الرافعة القديمة على الرصيف الغربي سنة أخرى، كما قرر مجلس المدينة مساء الخميس بعد نقاش طويل استمر حتى منتصف الليل.',
        ],
        [
          '#third',
          'وكان المالكون قد طلبوا الإذن بتفكيكها وبيع الفولاذ، لكن المجلس رفض الطلب بتسعة أصوات مقابل ستة، وسيعود إلى المسألة بعد سنة واحدة.',
        ],
      ] as const) {
        const element = document.querySelector(id);
        if (element) element.textContent = text;
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 800));
    await dragOver(page, '#third', '#third');
    const box = await untilBar(page);
    const lines = await selectedLines(page);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => meets(line, box))).toEqual([]);
    await shoot('bar-rtl');
    await press(page, keepAt);
    await popoverShowing(page, 'المجلس');
    await shoot('kept-rtl');
    await page.keyboard.press('Escape');
    await popoverGone(page);
    const exact = await takeSaved('الفولاذ');
    expect(exact).toContain('لكن المجلس رفض');
    expect(await besideWords(page, exact)).toEqual([]);
  });

  it.runIf(name === 'Chromium')(
    'words that a finger has selected are offered, clear of its handles, and a tap is heard',
    async () => {
      const protocol = await page.createCDPSession();
      await protocol.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
      await page.reload();
      await untilPainted(page, 5);
      // What the browser does at a long press and while a handle is drawn: the selection moves, and the page hears of no pointer.
      await page.evaluate(() => {
        const text = document.querySelector('#third')?.firstChild;
        text?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const from = text?.textContent?.indexOf('permission') ?? 0;
        if (text) getSelection()?.setBaseAndExtent(text, from, text, from + 'permission'.length);
      });
      const box = await untilBar(page);
      const [line] = await selectedLines(page);
      await shoot('bar-touch');
      expect(box.y - ((line?.y ?? 0) + (line?.height ?? 0))).toBeGreaterThan(24);
      await new Promise((resolve) => setTimeout(resolve, tooSoon + 50));
      await page.touchscreen.tap(box.x + box.width * keepAt, box.y + box.height / 2);
      await popoverShowing(page, 'Kept');
      await page.keyboard.press('Escape');
      await popoverGone(page);
      expect(await takeSaved('permission')).toBe('permission');
    },
  );
});
