import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markStyles } from '#core/mark-styles/registry.ts';
import { exporters } from '#core/export/registry.ts';
import { importers } from '#core/import/registry.ts';
import { quotationEvidence, readingEvidence } from '#core/detect/evidence.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

const localesFolder = join('public', '_locales');
const locales = readdirSync(localesFolder);

function catalogue(locale: string): Catalogue {
  return JSON.parse(readFileSync(join(localesFolder, locale, 'messages.json'), 'utf8')) as Catalogue;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return /\.tsx?$/u.test(name) ? [path] : [];
  });
}

const sources = filesOf('src').map((path) => readFileSync(path, 'utf8'));
const code = [...sources, readFileSync('manifest.json', 'utf8')].join('\n');

/** Keys that the code names where a sentence is asked for, by itself. */
const asked = new Set([
  ...[...code.matchAll(/\b(?:t|tNamed|getMessage)\(\s*'(\w+)'/gu)].map(([, key]) => key ?? ''),
  ...[...code.matchAll(/__MSG_(\w+)__/gu)].map(([, key]) => key ?? ''),
  ...[...code.matchAll(/\bkey: '(why\w+)'/gu)].map(([, key]) => key ?? ''),
  ...[...code.matchAll(/startSurface\([^,]+, '(\w+)'/gu)].map(([, key]) => key ?? ''),
  ...exporters.flatMap(({ label }) => [label, `${label}About`]),
  ...importers.map(({ label }) => label),
  ...markStyles.map(({ label }) => label),
  // What each catalogue says of itself.
  'localeTag',
  ...[...code.matchAll(/\btCount\(\s*'(\w+)'/gu)].map(([, key]) => `${key ?? ''}_other`),
]);

const english = catalogue('en');
const plural = /_(?:zero|one|two|few|many|other)$/u;

/** The languages that the interface is promised in. */
const promised = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt'];

describe('messages', () => {
  test('every language that is promised is there, and no other', () => {
    expect([...locales].sort()).toEqual(promised);
  });

  test('the code asks for sentences', () => expect(asked.size).toBeGreaterThan(100));

  test('every sentence that the code asks for is there in English', () => {
    expect([...asked].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  test('no sentence is unused', () => {
    const wanted = (key: string): boolean => asked.has(key) || asked.has(key.replace(plural, '_other'));
    expect(Object.keys(english).filter((key) => !wanted(key))).toEqual([]);
  });

  test('a newspaper is called by one word wherever it is meant', () => {
    const others: Readonly<Record<string, RegExp>> = {
      ar: /وسيلة|وسائل/u,
      de: /\bMedi(?:um|en)\b/u,
      en: /\boutlets?\b/iu,
      es: /\bmedios?\b/iu,
      fr: /\bmédias?\b/iu,
      it: /\btestat[ae]\b/iu,
      ja: /媒体/u,
      nl: /\b(?:medium|media)\b/iu,
      pl: /tytuł(?:u|em|y)? pras/iu,
      pt: /\bveículos?\b/iu,
    };
    expect(Object.keys(others)).toEqual([...locales].sort());
    const found = locales.flatMap((locale) =>
      Object.entries(catalogue(locale)).filter(([, { message }]) => others[locale]?.test(message)),
    );
    expect(found).toEqual([]);
  });

  test('a dollar sign that is to be seen is written twice: of a single one the browsers show nothing', () => {
    const single = locales.flatMap((locale) =>
      Object.entries(catalogue(locale)).filter(([, { message }]) =>
        message.replaceAll('$$', '').replaceAll(/\$\d/gu, '').includes('$'),
      ),
    );
    expect(single).toEqual([]);
  });

  test.each(locales)('%s says which language it is', (locale) => {
    expect(catalogue(locale)['localeTag']?.message).toBe(locale.replaceAll('_', '-'));
  });

  test.each(locales)(
    '%s describes the extension within the 132 characters that the stores allow',
    (locale) => {
      expect(catalogue(locale)['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
    },
  );

  test.each(locales)(
    '%s names a key by what it does: where it works stands in the heading above',
    (locale) => {
      const labels = Object.entries(catalogue(locale)).filter(([key]) =>
        /^key(?:Confirm|Speaker|Ends|Kind|Refuse|Same|Others|TakeBack)$/u.test(key),
      );
      expect(labels).toHaveLength(8);
      expect(labels.filter(([, { message }]) => /[:：]/u.test(message))).toEqual([]);
    },
  );

  test.each(locales)('%s has every sentence and no other', (locale) => {
    const singular = (keys: readonly string[]): readonly string[] =>
      [...new Set(keys.map((key) => key.replace(plural, '_other')))].sort();
    expect(singular(Object.keys(catalogue(locale)))).toEqual(singular(Object.keys(english)));
  });

  test.each(locales)('%s has the plural forms of its language', (locale) => {
    const messages = catalogue(locale);
    const counted = Object.keys(messages).filter((key) => key.endsWith('_other'));
    const forms = new Set(
      [0, 1, 2, 3, 5, 7, 11, 21, 100].map((count) => new Intl.PluralRules(locale).select(count)),
    );
    const missing = counted.flatMap((key) =>
      [...forms].map((form) => key.replace(/other$/u, form)).filter((name) => !Object.hasOwn(messages, name)),
    );
    expect(missing).toEqual([]);
  });

  test.each(locales)('%s fills in the same places as English, and no sentence is empty', (locale) => {
    const places = (text: string): string => [...new Set(text.match(/\$\d/gu))].sort().join();
    const different = Object.entries(catalogue(locale)).filter(([key, { message }]) => {
      if (message.trim() === '') return true;
      const sameAs = english[key.replace(plural, '_other')]?.message ?? '';
      // "Once" and the Arabic dual say the number as a word; whatever else is filled in stands in each form.
      const number = /_(?:zero|one|two)$/u.test(key) ? /\$1/gu : /(?!)/u;
      return places(message.replace(number, '')) !== places(sameAs.replace(number, ''));
    });
    expect(different).toEqual([]);
  });

  test('every kind of evidence has a sentence of its own', () => {
    const why = readFileSync('src/ui/why-words.ts', 'utf8');
    const missing = [...quotationEvidence, ...readingEvidence].filter(
      (name) => !new RegExp(`^  '?${name}'?: \\{ key:`, 'mu').test(why),
    );
    expect(missing).toEqual([]);
  });
});
