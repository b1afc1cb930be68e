import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importers } from '#core/import/registry.ts';
import { readFile } from './read-file.ts';

// To write the golden files anew: UPDATE_GOLDEN=1 npx vitest run tests/core/import/golden.test.ts, and read the diff.
const update = process.env['UPDATE_GOLDEN'] === '1';
const folder = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const fixtures = readdirSync(folder('fixtures/import'));
const golden = (fixture: string): URL => folder(`golden/import/${fixture}.json`);

describe('golden files of the imports', () => {
  it.each(importers.map(({ id }) => id))('%s has a fixture', (id) => {
    const own = fixtures.filter((name) => name.startsWith(`${id}.`));
    expect(own, `The importer "${id}" has no fixture tests/fixtures/import/${id}.….`).not.toEqual([]);
  });

  it('every file of src/core/import that is an importer has its line in registry.ts', () => {
    const source = folder('../src/core/import/');
    const files = readdirSync(source).filter((name) =>
      /: Importer = \{/.test(readFileSync(new URL(name, source), 'utf8')),
    );
    const registry = readFileSync(new URL('registry.ts', source), 'utf8');
    const missing = files.filter((name) => !registry.includes(`'./${name}'`));
    expect(missing, 'These importers have no line in src/core/import/registry.ts.').toEqual([]);
    expect(files).toHaveLength(importers.length);
    expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
  });

  it.each(fixtures)('%s', (fixture) => {
    const text = readFileSync(new URL(fixture, folder('fixtures/import/')), 'utf8');
    const read = readFile(fixture, text);
    const importer = importers.find(({ id }) => fixture.startsWith(`${id}.`));
    expect(read.label, `${fixture} is not recognised as what its name says.`).toBe(importer?.label);
    const file = golden(fixture);
    const written = `${JSON.stringify(read, null, 1)}\n`;
    if (update) writeFileSync(file, written);
    const sentence = `The fixture "${fixture}" has no golden file ${file.pathname}: run with UPDATE_GOLDEN=1 and read it.`;
    expect(existsSync(file), sentence).toBe(true);
    expect(written).toBe(readFileSync(file, 'utf8'));
  });

  it.each(fixtures)('%s in small pieces is the same', (fixture) => {
    const text = readFileSync(new URL(fixture, folder('fixtures/import/')), 'utf8');
    const whole = readFile(fixture, text);
    expect(readFile(fixture, text, 1)).toEqual(whole);
    expect(readFile(fixture, text, 7)).toEqual(whole);
  });

  it('keeps no golden file of a fixture that is gone', () => {
    const expected = new Set(fixtures.map((name) => `${name}.json`));
    const present = readdirSync(folder('golden/import'));
    expect(present.filter((name) => !expected.has(name))).toEqual([]);
  });
});
