import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportRecords } from '#core/export/by-article.ts';
import type { Exporter } from '#core/export/exporter.ts';
import { exporters } from '#core/export/registry.ts';
import { written } from './written.ts';

// To write the golden files anew: UPDATE_GOLDEN=1 npx vitest run tests/core/export/golden.test.ts, and read the diff.
const update = process.env['UPDATE_GOLDEN'] === '1';
const folder = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const fixtures = readdirSync(folder('fixtures/export')).filter((name) => name.endsWith('.json'));

const cases = exporters.flatMap((exporter) =>
  fixtures.map((fixture) => ({ exporter, fixture, format: exporter.format })),
);

function golden(exporter: Exporter, fixture: string): URL {
  return folder(`golden/export-${fixture.replace(/\.json$/, '')}.${exporter.format}.${exporter.extension}`);
}

describe('golden files of the exports', () => {
  it('has fixtures to export', () => {
    expect(fixtures.length, 'tests/fixtures/export has no fixture.').toBeGreaterThan(1);
  });

  // The styles of citations are built once, which takes citeproc seconds on a busy machine.
  it.each(cases)('$format of $fixture', { timeout: 60_000 }, ({ exporter, fixture }) => {
    const path = new URL(fixture, folder('fixtures/export/'));
    const records: ExportRecords & { exportedAt: string } = JSON.parse(readFileSync(path, 'utf8'));
    const text = written(exporter, records, { exportedAt: records.exportedAt });
    const file = golden(exporter, fixture);
    if (update) writeFileSync(file, text);
    const sentence = `The format "${exporter.format}" has no golden file ${file.pathname}: run with UPDATE_GOLDEN=1 and read it.`;
    expect(existsSync(file), sentence).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('keeps no golden file of a format or fixture that is gone', () => {
    const names = cases.map(({ exporter, fixture }) => golden(exporter, fixture).pathname.split('/').at(-1));
    const expected = new Set(names);
    const present = readdirSync(folder('golden')).filter((name) => name.startsWith('export-'));
    expect(present.filter((name) => !expected.has(name))).toEqual([]);
  });
});
