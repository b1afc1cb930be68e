import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporters } from '#core/export/registry.ts';
import { wholeCharacters } from '#core/export/unicode.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { exportedText } from '#scripts/driver/exported-text.ts';
import { ask } from '#scripts/driver/own-page.ts';
import type { Session } from '#scripts/driver/session.ts';
import { annotation, article, saidBy } from '#tests/storage/records.ts';
import { goTo } from './surface-steps.ts';

/**
 * What a page calls itself, and whom it names, can be anything: words without an end, letters under a tower of marks, letters that turn
 * the writing round. The library shows it within its width and every format holds it.
 */

const mark = 'Qx';
const strange: readonly { readonly name: string; readonly words: string }[] = [
  { name: 'ten thousand letters without a space', words: `${mark}${'W'.repeat(9_990)}` },
  { name: 'a tower of combining marks', words: `${mark} Z${'\u0301\u0316\u0489'.repeat(300)}algo` },
  { name: 'writing that is turned round', words: `${mark} \u202Etfel ot thgir\u202C \u2067ab\u2066cd` },
  { name: 'letters that are not seen', words: `${mark} a\u200B\u200D\u2060\uFEFFb\u00ADc` },
  { name: 'half a letter', words: `${mark} \uD83D and \uDE00` },
  { name: 'the widest signs', words: `${mark} ${'\uFDFD'.repeat(500)}` },
  { name: 'markup', words: `${mark} <img src=x onerror=alert(1)><script>alert(2)</script>&lt;` },
];

/** The innermost elements that make a page wider than its window. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOut = (element: Element): boolean => element.getBoundingClientRect().right > clientWidth + 1;
    const isCut = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((one) => isOut(one) && !isCut(one.parentElement) && ![...one.children].some(isOut))
      .map(
        (one) =>
          `${one.tagName}.${one.className} in ${one.parentElement?.className}: ${one.textContent.slice(0, 20)}`,
      )
      .slice(0, 12);
  });

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
    for (const [index, { words }] of strange.entries()) {
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
    expect(await tooWide(library)).toEqual([]);
  });

  it.each(strange.map((one, index) => ({ ...one, index })))(
    'The library shows it within its width as the name of an article and of a person: $name',
    async ({ words, index }) => {
      const source = `https://www.example.com/${index}`;
      await goTo(library, `#/article?source=${encodeURIComponent(source)}`, mark);
      expect(await tooWide(library)).toEqual([]);
      await goTo(
        library,
        `#/person?in=${encodeURIComponent(source)}&name=${encodeURIComponent(wholeCharacters(words))}`,
        mark,
      );
      expect(await tooWide(library)).toEqual([]);
      expect(await library.evaluate(() => document.querySelectorAll('main script, main img').length)).toBe(0);
    },
  );

  it.each(exporters.map(({ format }) => format))('Every format holds it: %s', async (format) => {
    const text = await exportedText(library, format);
    expect(text.split(mark).length).toBeGreaterThan(strange.length);
  });

  it('nothing was thrown', () => {
    expect(errors).toEqual([]);
  });
});
