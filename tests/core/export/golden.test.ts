import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exporter, ExportInput } from '#core/export/exporter.ts';
import { exporters } from '#core/export/registry.ts';

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

  it.each(cases)('$format of $fixture', ({ exporter, fixture }) => {
    const input: ExportInput = JSON.parse(readFileSync(new URL(fixture, folder('fixtures/export/')), 'utf8'));
    const written = exporter.write(input);
    const file = golden(exporter, fixture);
    if (update) writeFileSync(file, written);
    const sentence = `The format "${exporter.format}" has no golden file ${file.pathname}: run with UPDATE_GOLDEN=1 and read it.`;
    expect(existsSync(file), sentence).toBe(true);
    expect(written).toBe(readFileSync(file, 'utf8'));
  });

  it('keeps no golden file of a format or fixture that is gone', () => {
    const names = cases.map(({ exporter, fixture }) => golden(exporter, fixture).pathname.split('/').at(-1));
    const expected = new Set(names);
    const present = readdirSync(folder('golden')).filter((name) => name.startsWith('export-'));
    expect(present.filter((name) => !expected.has(name))).toEqual([]);
  });
});
