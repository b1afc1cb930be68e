import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The import rules of ARCHITECTURE.md, shown by breaking each of them in a copy and seeing the linter refuse it. */

const oxlint = resolve('node_modules/.bin/oxlint');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'on-record-lint-'));
  copyFileSync('.oxlintrc.json', join(copy, '.oxlintrc.json'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the linter is asked: what a file of this name in this folder may import. */
type Planted = readonly [folder: string, source: string, name?: string];

/** The places of what is planted, as `path:line`: a file of its own for each, or a line of the one that is named. */
function plant(all: readonly Planted[]): readonly string[] {
  const files = new Map<string, string[]>();
  const places = all.map(([folder, source, name], i) => {
    const file = join(copy, 'src', folder, name ?? `planted-${i}.ts`);
    const lines = files.get(file) ?? [];
    files.set(file, lines);
    lines.push(`import { planted as planted${i} } from '${source}'; export const used${i} = planted${i};`);
    return `${file}:${lines.length}`;
  });
  for (const [file, lines] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  return places;
}

/** What the import rules say of each, by its place. All are linted in one go: to start the linter takes the most time. */
function verdicts(places: readonly string[]): ReadonlyMap<string, string> {
  const files = [...new Set(places.map((place) => place.replace(/:\d+$/, '')))];
  const { stdout, stderr } = spawnSync(oxlint, ['--format=json', ...files], { cwd: copy, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const said = JSON.parse(stdout) as {
    readonly number_of_files: number;
    readonly diagnostics: readonly {
      readonly code: string;
      readonly help: string;
      readonly filename: string;
      readonly labels: readonly { readonly span: { readonly line: number } }[];
    }[];
  };
  if (said.number_of_files !== files.length) throw new Error(`oxlint has read ${said.number_of_files} files`);
  const found = new Map(places.map((place) => [place, '']));
  for (const { code, help, filename, labels } of said.diagnostics) {
    const place = `${resolve(copy, filename)}:${labels[0]?.span.line}`;
    if (code.includes('no-restricted-imports')) found.set(place, `${found.get(place) ?? ''}${help}\n`);
  }
  return found;
}

const forbidden: readonly (readonly [folder: string, source: string])[] = [
  ['core', '#page/text-map.ts'],
  ['core', '#messaging/protocol.ts'],
  ['core', 'idb'],
  ['core', 'webextension-polyfill'],
  ['core/detect', '../text.ts'],
  ['page', '#storage/database.ts'],
  ['page', 'webextension-polyfill'],
  ['storage', '#messaging/client.ts'],
  ['storage', '#page/article.ts'],
  ['sync', '#storage/database.ts'],
  ['sync', '#messaging/client.ts'],
  ['sync', 'webextension-polyfill'],
  ['core', '#sync/couch.ts'],
  ['storage', '#sync/couch.ts'],
  ['options', '#sync/couch.ts'],
  ['messaging', '#storage/database.ts'],
  ['messaging', '#ui/text.ts'],
  ['ui', '#messaging/client.ts'],
  ['ui', 'webextension-polyfill'],
  ['background', '#page/article.ts'],
  ['background', '#ui/text.ts'],
  ['background', 'idb'],
  ['content', '#storage/database.ts'],
  ['content', '#ui/text.ts'],
  ['content', 'preact'],
  ['popover', '#storage/database.ts'],
  ['popup', '#page/article.ts'],
  ['panel', '#content/content.ts'],
  ['library', 'idb'],
  ['options', '#background/routes.ts'],
  ['welcome', '#storage/database.ts'],
];

const allowed: readonly (readonly [folder: string, source: string])[] = [
  ['core', './text.ts'],
  ['core/detect', '#core/text.ts'],
  ['page', '#core/text.ts'],
  ['page', '@mozilla/readability'],
  ['storage', 'idb'],
  ['messaging', 'webextension-polyfill'],
  ['ui', 'preact/hooks'],
  ['background', '#storage/database.ts'],
  ['background', '#sync/couch.ts'],
  ['sync', '#core/text.ts'],
  ['content', '@floating-ui/core'],
  ['content', '@floating-ui/dom'],
  ['popover', '#ui/text.ts'],
  ['library', '#messaging/client.ts'],
];

/** The export worker alone reads the store, by what cannot write. */
const ofWorker = {
  allowed: ['#storage/export-reader.ts', './each-part.ts'],
  forbidden: ['#storage/database.ts', '#storage/annotations.ts', '#messaging/client.ts', 'idb'],
};

describe('the import rules', () => {
  const worker = (source: string): Planted => ['ui/export', source, 'export-worker.ts'];
  const beside: Planted = ['ui/export', '#storage/export-reader.ts'];
  const all: readonly Planted[] = [
    ...forbidden,
    ...allowed,
    ...[...ofWorker.allowed, ...ofWorker.forbidden].map(worker),
    beside,
  ];
  let said: readonly string[] = [];
  beforeAll(() => {
    const places = plant(all);
    const found = verdicts(places);
    said = places.map((place) => found.get(place) ?? 'not read');
  }, 60_000);
  const verdict = (...wanted: Planted): string =>
    said[all.findIndex((one) => one.join() === wanted.join())] ?? 'not planted';

  it.each(forbidden)('%s may not import %s', (folder, source) => {
    expect(verdict(folder, source)).toContain('may import only');
  });
  it.each(allowed)('%s may import %s', (folder, source) => {
    expect(verdict(folder, source)).toBe('');
  });
  it('let the export worker alone read the store, by what cannot write', () => {
    for (const source of ofWorker.allowed) expect(verdict(...worker(source))).toBe('');
    for (const source of ofWorker.forbidden) expect(verdict(...worker(source))).toContain('may import only');
    expect(verdict(...beside)).toContain('may import only');
  });
});

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path));
const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;

describe('files', () => {
  it('are kebab-case, or numbered as migrations are', () => {
    expect(sources.filter((path) => !/^[a-z\d]+(?:-[a-z\d]+)*\.tsx?$/.test(basename(path)))).toEqual([]);
  });
  it('have 300 lines at most', () => {
    expect(sources.filter((path) => lines(path) > 300)).toEqual([]);
  });
  it('have fewer than 100 lines in the median', () => {
    const sorted = sources.map(lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });
  it('lie in no folder that means nothing', () => {
    expect(sources.filter((path) => /\/(?:utils?|helpers?|common|misc|shared)\//.test(path))).toEqual([]);
  });
  it('import idb in storage alone, and the polyfill where messages and surfaces are', () => {
    const importing = (name: string): string[] =>
      sources.filter((path) => new RegExp(`from '${name}'`).test(readFileSync(path, 'utf8')));
    expect(importing('idb').filter((path) => !path.startsWith('src/storage/'))).toEqual([]);
    expect(
      importing('webextension-polyfill').filter((path) => /^src\/(?:core|page|storage|ui)\//.test(path)),
    ).toEqual([]);
  });
  it('of a page name one stylesheet, since the bundler keeps no order of several', () => {
    const pages = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(5);
    const sheets = (name: string): number =>
      readFileSync(join('src', name), 'utf8').split('rel="stylesheet"').length - 1;
    expect(pages.filter((name) => sheets(name) !== 1)).toEqual([]);
  });
  it('never build markup or code from text', () => {
    const dangerous =
      /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/;
    expect(sources.filter((path) => dangerous.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
