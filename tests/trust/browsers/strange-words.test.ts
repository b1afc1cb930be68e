import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporters } from '#core/export/registry.ts';
import { wholeCharacters } from '#core/export/unicode.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { exportedText } from '#scripts/driver/exported-text.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { callOf, type Session } from '#scripts/driver/session.ts';
import { annotation, article, saidBy } from '#tests/storage/records.ts';
import { mark, strangeWords, tooWide } from './strange-words.ts';
import { goTo } from './surface-steps.ts';

/**
 * What a page calls itself, and whom it names, can be anything: words without an end, letters under a tower of marks, letters that turn
 * the writing round. The library shows it within its width and every format holds it.
 */

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('strange words in $name', ({ start }) => {
  let session: Session;
  let library: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    session = await start({});
    library = await session.openOwn('src/library/library.html');
    library.on('pageerror', (error) => errors.push(String(error)));
    for (const [index, { words }] of strangeWords.entries()) {
      const source = `https://www.example.com/${index}`;
      const short = words.slice(0, 900);
      const sample = { number: index + 1, source, exact: words, note: words, tags: [short] };
      const about = { title: words, byline: words, outlet: words, section: words };
      await ask(library, 'annotations.put', {
        annotation: annotation({ ...sample, quotation: saidBy(words) }),
        article: article({ source, ...about }),
        base: null,
      });
    }
  });
  afterAll(() => session?.close());

  const views = ['#/articles', '#/people', '#/notes', `#/search?q=${mark}`];
  it.each(views)('The library shows it within its width and every format holds it: %s', async (view) => {
    await goTo(library, view, mark);
    expect(await library.evaluate(callOf(tooWide, 'document', []))).toEqual([]);
  });

  it.each(strangeWords.map((one, index) => ({ ...one, index })))(
    'The library shows it within its width as the name of an article and of a person: $name',
    async ({ words, index }) => {
      const source = `https://www.example.com/${index}`;
      await goTo(library, `#/article?source=${encodeURIComponent(source)}`, mark);
      expect(await library.evaluate(callOf(tooWide, 'document', []))).toEqual([]);
      await goTo(
        library,
        `#/person?in=${encodeURIComponent(source)}&name=${encodeURIComponent(wholeCharacters(words))}`,
        mark,
      );
      expect(await library.evaluate(callOf(tooWide, 'document', []))).toEqual([]);
      expect(await library.evaluate(() => document.querySelectorAll('main script, main img').length)).toBe(0);
    },
  );

  it.each(exporters.map(({ format }) => format))('Every format holds it: %s', async (format) => {
    const text = await exportedText(library, format);
    expect(text.split(mark).length).toBeGreaterThan(strangeWords.length);
  });

  it('nothing was thrown', () => {
    expect(errors).toEqual([]);
  });
});
