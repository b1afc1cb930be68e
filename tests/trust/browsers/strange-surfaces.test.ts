import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { callOf, type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { annotation, article, saidBy } from '#tests/storage/records.ts';
import { writeArticle } from './hostile-article.ts';
import { mark, strangeWords, tooWide } from './strange-words.ts';
import { press, shows } from './surface-steps.ts';

/** The same on the surfaces that stand beside a page, or in it: each of the strange names speaks in an article, and is kept. */

const host = 'www.hindustantimes.com';
const source = `https://${host}/strange.html`;
const saying = (index: number): string => `The tower number ${index} has been closed since the spring`;
const tower = strangeWords[1]?.words ?? '';
const look = callOf(tooWide, 'document', []);

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('strange words beside a page in $name', ({ start }) => {
  let folder = '';
  let site: Served;
  let session: Session;
  let library: Page;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-strange-'));
    site = await serve(folder);
    session = await start({ hosts: { [host]: site.port } });
    library = await session.openOwn('src/library/library.html');
    const styles = ['green', 'rose', 'sky', 'slate', 'violet'].map((id) => ({
      id,
      name: `${mark}${'W'.repeat(200)}`,
      on: true,
    }));
    await ask(library, 'settings.put', { key: 'marks.styles', value: styles });
    for (const [index, { words }] of strangeWords.entries()) {
      const sample = {
        number: index + 1,
        source,
        exact: saying(index),
        note: words,
        tags: [words.slice(0, 900), `${words.slice(0, 90)} 2`],
      };
      const kept = annotation({ ...sample, quotation: saidBy(words) });
      const styled = { ...kept, target: { ...kept.target, styleClass: 'rose' } };
      await ask(library, 'annotations.put', {
        annotation: styled,
        article: article({ source, title: words, byline: words }),
        base: null,
      });
    }
    const told = strangeWords
      .map(
        ({ words }, index) =>
          `<p>“${saying(index)},” said ${index} ${words.replaceAll('<', '&lt;')} Holt, who lives there.</p>`,
      )
      .join('');
    await writeArticle(folder, 'strange', {
      title: `${mark}${'W'.repeat(5_000)} ${tower}`,
      head: `<meta name="author" content="Lars ${tower.slice(0, 50)} Holt">`,
      more: `${told}<p>“${'W'.repeat(3_000)}${tower},” said B${'o'.repeat(400)} L${'i'.repeat(300)}nd, the mayor of ${'W'.repeat(90)}.</p>`,
    });
    page = await session.open(`http://${host}/strange.html`);
    await page.bringToFront();
    await untilPainted(page, 3 + strangeWords.length);
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(strangeWords.map((one, index) => ({ ...one, index })))(
    'Beside a page they are shown within the width: the popover: $name',
    async ({ index }) => {
      await page.bringToFront();
      const frame = await openPopover(page, saying(index), mark);
      expect(await frame.evaluate(look)).toEqual([]);
      await frame.evaluate(() => document.querySelector<HTMLElement>('.corrections-open button')?.click());
      await until('the corrections', () =>
        frame.evaluate(() => document.querySelector('.corrections') !== null),
      );
      expect(await frame.evaluate(look)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await popoverGone(page);
    },
  );

  it('Beside a page they are shown within the width: the popup', async () => {
    await page.bringToFront();
    const popup = await session.popup(page);
    const tabs = await until('the popup', () =>
      popup.run(
        (document, wanted) =>
          document.body.textContent.includes(wanted) && document.querySelectorAll('.tab').length,
        mark,
      ),
    );
    expect(tabs).toBe(3);
    for (const index of [0, 1, 2]) {
      await popup.run((document, at) => document.querySelectorAll<HTMLElement>('.tab')[at]?.click(), index);
      await until('the part', () => popup.run((document) => document.querySelector('.row') !== null));
      expect(await popup.run(tooWide)).toEqual([]);
    }
    await session.closePopup();
  });

  it('Beside a page they are shown within the width: the panel, in its parts and in a search', async () => {
    const panel = await session.openOwn('src/panel/panel.html');
    panel.on('pageerror', (error) => errors.push(String(error)));
    await panel.setViewport({ width: 320, height: 700 });
    await page.bringToFront();
    await shows(panel, mark);
    for (const index of [0, 1, 2]) {
      await until('the part', () =>
        panel.evaluate((at) => {
          document.querySelectorAll<HTMLElement>('.tab')[at]?.click();
          return document.querySelector('.row') !== null;
        }, index),
      );
      expect(await panel.evaluate(look)).toEqual([]);
    }
    await panel.evaluate((wanted) => {
      const field = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (field === null) return;
      field.value = wanted;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, mark);
    await until('what was found', () => panel.evaluate(() => document.querySelector('cite') !== null));
    expect(await panel.evaluate(look)).toEqual([]);
    await panel.close();
  });

  it('Beside a page they are shown within the width: the options, with the names of mark styles', async () => {
    const options = await session.openOwn('src/options/options.html');
    options.on('pageerror', (error) => errors.push(String(error)));
    await options.setViewport({ width: 360, height: 700 });
    await until('the styles', () =>
      options.evaluate(() => document.querySelector('.style-line input.input') !== null),
    );
    expect(await options.evaluate(look)).toEqual([]);
    await press(options, '.section-link');
    expect(await options.evaluate(look)).toEqual([]);
    await options.close();
  });

  it('nothing was thrown', () => {
    expect(errors).toEqual([]);
  });
});
