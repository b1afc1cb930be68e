import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportRecords } from '#core/export/by-article.ts';
import { defaultOptions, type ExportOptions } from '#core/export/exporter.ts';
import { exporters } from '#core/export/registry.ts';
import { fileOptions } from '#ui/export/file-options.ts';
import { useLocale } from '#tests/ui/use-locale.ts';
import { written } from './written.ts';

// To write the golden files anew: UPDATE_GOLDEN=1 npx vitest run tests/core/export/golden.test.ts, and read the diff.
const update = process.env['UPDATE_GOLDEN'] === '1';
const folder = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const fixtures = readdirSync(folder('fixtures/export')).filter((name) => name.endsWith('.json'));

/** Files for people are in the reader's language, which may run from right to left: the sample in two of them. */
const FOR_PEOPLE = new Set(['markdown', 'notes', 'html', 'text']);
const LANGUAGES = ['de', 'ar'];

const cases = exporters.flatMap((exporter) => {
  const { format } = exporter;
  const inEnglish = fixtures.map((fixture) => ({ exporter, fixture, format, language: 'en' }));
  if (!FOR_PEOPLE.has(format)) return inEnglish;
  const others = LANGUAGES.map((language) => ({ exporter, fixture: 'sample.json', format, language }));
  return [...inEnglish, ...others];
});

type Case = (typeof cases)[number];

function golden({ exporter, fixture, language }: Pick<Case, 'exporter' | 'fixture' | 'language'>): URL {
  const words = language === 'en' ? '' : `.${language}`;
  const name = `${fixture.replace(/\.json$/, '')}${words}.${exporter.format}.${exporter.extension}`;
  return folder(`golden/export-${name}`);
}

function optionsIn(language: string): ExportOptions {
  if (language === 'en') return defaultOptions;
  useLocale(language);
  return fileOptions();
}

describe('golden files of the exports', () => {
  it('are in English when nothing else is said, with the words that the English interface has', () => {
    useLocale('en');
    expect(fileOptions()).toEqual(defaultOptions);
  });

  it('has fixtures to export', () => {
    expect(fixtures.length, 'tests/fixtures/export has no fixture.').toBeGreaterThan(1);
  });

  // The styles of citations are built once, which takes citeproc seconds on a busy machine.
  it.each(cases)('$format of $fixture in $language', { timeout: 60_000 }, (given: Case) => {
    const { exporter, fixture, language } = given;
    const path = new URL(fixture, folder('fixtures/export/'));
    const records: ExportRecords & { exportedAt: string } = JSON.parse(readFileSync(path, 'utf8'));
    const text = written(exporter, records, {
      exportedAt: records.exportedAt,
      options: optionsIn(language),
    });
    const file = golden(given);
    if (update) writeFileSync(file, text);
    const sentence = `The format "${exporter.format}" has no golden file ${file.pathname}: run with UPDATE_GOLDEN=1 and read it.`;
    expect(existsSync(file), sentence).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('keeps no golden file of a format or fixture that is gone', () => {
    const names = cases.map((one) => golden(one).pathname.split('/').at(-1));
    const expected = new Set(names);
    const present = readdirSync(folder('golden')).filter((name) => name.startsWith('export-'));
    expect(present.filter((name) => !expected.has(name))).toEqual([]);
  });
});
