import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { until } from '#scripts/driver/session.ts';

/** The built extension in browsers of each language: Firefox has only its own without a language pack. */

const languages: readonly (readonly [browser: string, locale: string, sentences: string, dir: string])[] = [
  ['es', 'es', 'es', 'ltr'],
  ['it', 'it', 'it', 'ltr'],
  ['pt-BR', 'pt-BR', 'pt', 'ltr'],
  ['pl', 'pl', 'pl', 'ltr'],
  ['nl', 'nl', 'nl', 'ltr'],
  ['ja', 'ja', 'ja', 'ltr'],
  ['ar', 'ar', 'ar', 'rtl'],
  // Not ours: English sentences, and numbers and plurals as English has them.
  ['sv', 'en', 'en', 'ltr'],
];

function words(sentences: string, key: string): string {
  const text = readFileSync(`public/_locales/${sentences}/messages.json`, 'utf8');
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

describe.each(languages.filter(([l]) => ['pt-BR','ar','sv'].includes(l)))('in a browser that speaks %s', (language, locale, sentences, dir) => {
  it('the pages speak it, too, and run as it does', { timeout: 60_000 }, async () => {
    const session = await startChromium({ language });
    try {
      const library = await session.openOwn('src/library/library.html');
      const empty = words(sentences, 'libraryEmptyTitle');
      await until('the empty library', async () => (await shown(library)).text.includes(empty));
      expect(await shown(library)).toMatchObject({
        lang: locale,
        dir,
        title: words(sentences, 'libraryTitle'),
      });

      const popup = await session.openOwn('src/popup/popup.html');
      const search = words(sentences, 'searchPlaceholder');
      const field = `input[placeholder="${search}"]`;
      await until('the popup', () => popup.evaluate((selector) => !!document.querySelector(selector), field));
      expect(await shown(popup)).toMatchObject({ lang: locale, dir });
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

  it('the manifest is in it', () => {
    expect(words(sentences, 'extensionDescription')).not.toBe('');
    expect(words(sentences, 'extensionDescription').length).toBeLessThanOrEqual(132);
  });
});
