import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { until } from '#scripts/driver/session.ts';

/**
 * The built extension in a browser of each language. In Chromium Portuguese is not among them: Debian's, without the package of its
 * languages, speaks English in its place, and so do we. Firefox is told each as a language of its own.
 */
const languages: readonly (readonly [language: string, direction: string])[] = [
  ['es', 'ltr'],
  ['it', 'ltr'],
  ['pl', 'ltr'],
  ['nl', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
];

function words(locale: string, key: string): string {
  const text = readFileSync(`public/_locales/${locale}/messages.json`, 'utf8');
  return (JSON.parse(text) as Record<string, { readonly message: string }>)[key]?.message ?? '';
}

interface Shown {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly text: string;
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, title: document.title, text: document.body.textContent };
  });

describe.each(languages)('in a browser that speaks %s', (language, dir) => {
  it('the pages speak it, too, and run as it does', { timeout: 60_000 }, async () => {
    const session = await startChromium({ language });
    try {
      const library = await session.openOwn('src/library/library.html');
      const empty = words(language, 'libraryEmptyTitle');
      await until('the empty library', async () => (await shown(library)).text.includes(empty));
      expect(await shown(library)).toMatchObject({
        lang: language,
        dir,
        title: words(language, 'libraryTitle'),
      });

      // What the search field asks can be read, on a wide window and on a narrow one.
      for (const width of [1280, 400]) {
        await library.setViewport({ width, height: 800 });
        const fields = await library.evaluate(() => {
          const boxes = [...document.querySelectorAll('.library-tools .search')];
          return boxes.map((box) => box.getBoundingClientRect().width);
        });
        expect(fields).toEqual([expect.toSatisfy((wide: number) => wide >= 190)]);
        expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }

      const popup = await session.openOwn('src/popup/popup.html');
      const search = words(language, 'searchPlaceholder');
      const field = `input[placeholder="${search}"]`;
      await until('the popup', () => popup.evaluate((selector) => !!document.querySelector(selector), field));
      expect(await shown(popup)).toMatchObject({ lang: language, dir });
      // With nothing in it a field runs as its page, and so does what stands in its place.
      expect(
        await popup.evaluate((selector) => {
          const input = document.querySelector(selector);
          return input === null ? '' : getComputedStyle(input).direction;
        }, field),
      ).toBe(dir);
    } finally {
      await session.close();
    }
  });
});

describe.each([
  ['pt-BR', 'pt', 'ltr'],
  ['de', 'de', 'ltr'],
  ['ar', 'ar', 'rtl'],
])('in a Firefox that speaks %s', (language, locale, dir) => {
  it('the pages speak it, too, and write numbers and dates as it does', { timeout: 60_000 }, async () => {
    const session = await startFirefox({ language });
    try {
      const library = await session.openOwn('src/library/library.html');
      const empty = words(locale, 'libraryEmptyTitle');
      await until('the empty library', async () => (await shown(library)).text.includes(empty));
      expect(await shown(library)).toMatchObject({
        lang: language,
        dir,
        title: words(locale, 'libraryTitle'),
      });
      const options = await session.openOwn('src/options/options.html');
      await until('the options', async () => (await shown(options)).text.includes(words(locale, 'wipeOpen')));
      expect(await shown(options)).toMatchObject({
        lang: language,
        dir,
        title: words(locale, 'optionsTitle'),
      });
    } finally {
      await session.close();
    }
  });
});
