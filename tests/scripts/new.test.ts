import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Addition, camelCase, pascalCase, type Project } from '#scripts/new/addition.ts';
import { newExporter } from '#scripts/new/exporter.ts';
import { newLanguage } from '#scripts/new/language.ts';
import { newMigration } from '#scripts/new/migration.ts';
import { newPublisher } from '#scripts/new/publisher.ts';

/** `npm run new`, on this project as it is: nothing is written here. tests/trust/package/new.test.ts runs it and what it writes. */

const project: Project = {
  read: (path) => readFileSync(path, 'utf8'),
  has: existsSync,
  list: (folder) => readdirSync(folder),
};

/** The lines that a change puts into a file that is there. */
function added({ changes }: Addition, path: string): readonly string[] {
  const before = project.read(path).split('\n');
  const after = changes.find((change) => change.path === path)?.text.split('\n') ?? [];
  expect(after.filter((line) => before.includes(line)).length).toBeGreaterThanOrEqual(before.length - 1);
  return after.filter((line) => !before.includes(line));
}

describe('npm run new', () => {
  it('exporter: the file, two lines in the registry, a test', () => {
    const made = newExporter(project, 'org-mode');
    expect(made.changes.map(({ path }) => path)).toEqual([
      'src/core/export/org-mode.ts',
      'src/core/export/registry.ts',
      'tests/core/export/org-mode.test.ts',
    ]);
    expect(added(made, 'src/core/export/registry.ts')).toEqual([
      "import { orgMode } from './org-mode.ts';",
      '  orgMode,',
    ]);
  });

  it('language: every list that a language needs, its line, a page with its gold file, a test', () => {
    const made = newLanguage(project, 'es');
    expect(made.changes).toHaveLength(5);
    const [file] = made.changes;
    const english = [...project.read('src/core/detect/languages/en.ts').matchAll(/^ {2}(\w+):/gm)];
    const required = english.map(([, name]) => name).filter((name) => file?.text.includes(`\n  ${name}: `));
    expect(required.length).toBeGreaterThan(20);
    expect(file?.text).toContain("cues: { 3: '', 2: '', 1: '' },");
    const [imported, list] = added(made, 'src/core/detect/languages/registry.ts');
    expect(imported).toBe("import { es } from './es.ts';");
    expect(list).toMatch(/\[en, de, fr.*, es\];$/);
  });

  it('migration: the next number, its lines, a dump of its version, a test', () => {
    const made = newMigration(project, 'tag-colours');
    const count = readdirSync('src/storage/migrations').filter((name) => /^\d/.test(name)).length;
    const number = String(count + 1).padStart(4, '0');
    expect(added(made, 'src/storage/migrations/index.ts')).toEqual([
      `import { tagColours } from './${number}-tag-colours.ts';`,
      `  tagColours, // ${number}`,
    ]);
    const dump = made.changes.find(({ path }) => path === `tests/fixtures/storage/version-${number}.json`);
    expect((JSON.parse(dump?.text ?? '{}') as { version: number }).version).toBe(count + 1);
  });

  it.each([
    ['aaa-first.fr', 'fr', 'src/publishers/fr.ts'],
    ['zzz-last.fr', 'fr', 'src/publishers/fr.ts'],
    ['lupo.gl', 'gl', 'src/publishers/es.ts'],
    ['bergen-news.no', 'nb', 'src/publishers/nl-nordic.ts'],
  ])('publisher: the line of %s stands by language and host in %s', (host, language, path) => {
    const made = newPublisher(project, host, { name: "L'Exemple", language });
    expect(added(made, path)).toEqual([`  { host: '${host}', name: "L'Exemple", language: '${language}' },`]);
    const text = made.changes[0]?.text ?? '';
    const hosts = [...text.matchAll(/host: '([^']+)'.*language: '([a-z]+)'/g)];
    const own = hosts.filter(([, , its]) => its === language).map(([, name = '']) => name);
    expect(own).toEqual(own.toSorted());
    // And those of its language stand together.
    const places = hosts.flatMap(([, , its], index) => (its === language ? [index] : []));
    expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(places.length - 1);
  });

  it('publisher: with nothing but a host, the language of most that end as it does, and its name is left to write', () => {
    const made = newPublisher(project, 'bergen-news.no', {});
    expect(added(made, 'src/publishers/nl-nordic.ts')).toEqual([
      "  { host: 'bergen-news.no', name: '', language: 'nb' },",
    ]);
    expect(made.next[0]).toContain('its name');
    expect(made.next[1]).toContain('"nb"');
  });

  it.each([
    ['A name', () => newExporter(project, undefined)],
    ['A name', () => newExporter(project, 'Org Mode')],
    ['there already', () => newExporter(project, 'csv')],
    ['A code', () => newLanguage(project, '../en')],
    ['there already', () => newLanguage(project, 'de')],
    ['already', () => newMigration(project, 'people')],
    ['A host', () => newPublisher(project, 'www.a.example', {})],
    ['two letters', () => newPublisher(project, 'a.example', { name: 'A' })],
    ['already', () => newPublisher(project, 'nytimes.com', { name: 'A', language: 'en' })],
    ['--file=NAME', () => newPublisher(project, 'a.example', { name: 'A', language: 'xx' })],
  ])('says %j and makes nothing', (words, make) => {
    expect(make).toThrow(words);
  });

  it('names things as the code does', () => {
    expect([camelCase('org-mode-2'), pascalCase('org-mode')]).toEqual(['orgMode2', 'OrgMode']);
  });
});
