import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole } from '#tests/trust/amount.ts';
import { clippedWords } from './clipped-words.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

/** Scenes that show most of the words that have little room: fields, buttons, tabs, choices, tables. By the widths to look at, in CSS px. */
const pages = ['options-wipe', 'welcome', 'search-all', 'picks-tags', 'library-export'];
const cards = ['popup-article', 'popover-kept'];
const narrow = 360;
const wide = 1280;

function sentences(language: string): readonly string[] {
  const text = readFileSync(`public/_locales/${language}/messages.json`, 'utf8');
  return Object.values(JSON.parse(text) as Record<string, { readonly message: string }>).map(
    ({ message }) => message,
  );
}

const all = readdirSync('public/_locales');
const size = (language: string): number => sentences(language).join('').length;
/** The wordiest, and those in letters of their own: what fits in them fits in the others nearly always. `TRUST=whole` looks at all ten. */
const languages = isWhole
  ? all
  : [
      'ar',
      'ja',
      ...all
        .toSorted((a, b) => size(b) - size(a))
        .filter((one) => one !== 'ar' && one !== 'ja')
        .slice(0, 3),
    ];
const rightToLeft = new Set(['ar']);

describe.skipIf(chromium === null)('the words of the interface fit where they stand', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()), 120_000);
  afterAll(() => stage?.close());

  test.each(languages)('in %s, in a narrow window and in a wide one', async (lang) => {
    const ours = sentences(lang);
    const dir = rightToLeft.has(lang) ? 'rtl' : 'ltr';
    const clipped: string[] = [];
    for (const scene of [...pages, ...cards]) {
      const page = await stage.show(scene, { lang, dir, pixels: 1, width: narrow });
      const look = async (width: number): Promise<void> => {
        for (const one of await clippedWords(page, ours)) clipped.push(`${scene} at ${width}: ${one}`);
      };
      await look(narrow);
      if (pages.includes(scene)) {
        await page.setViewport({ width: wide, height: 800 });
        await look(wide);
      }
    }
    expect(clipped).toEqual([]);
  });

  test('and what does not fit is found', async () => {
    const page = await stage.open('search-all', { lang: 'de', width: wide, pixels: 1 });
    const ours = sentences('de');
    expect(await clippedWords(page, ours)).toEqual([]);
    await page.addStyleTag({
      content:
        '.library-tools .search { max-inline-size: 6rem } .library-link { max-inline-size: 1rem; overflow: hidden }',
    });
    const found = await clippedWords(page, ours);
    expect(found.some((one) => one.startsWith('field'))).toBe(true);
    expect(found.some((one) => one.startsWith('cut off'))).toBe(true);
    await page.close();
  });
});
