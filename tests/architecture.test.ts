import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The import rules of DESIGN.md, shown by breaking each of them in a copy and seeing the linter refuse it. */

const oxlint = resolve('node_modules/.bin/oxlint');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'on-record-lint-'));
  copyFileSync('.oxlintrc.json', join(copy, '.oxlintrc.json'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the linter says of a file in `folder` that imports from `source`: the import rules' sentences only. */
function verdict(folder: string, source: string, name = 'planted.ts'): string {
  const file = join(copy, 'src', folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import { planted } from '${source}';\nexport const used = planted;\n`);
  const { stdout, stderr } = spawnSync(oxlint, [file], { cwd: copy, encoding: 'utf8' });
  rmSync(file);
  const output = stdout + stderr;
  if (!/Finished in/.test(output)) throw new Error(`oxlint did not run: ${output}`);
  return output.includes('no-restricted-imports') ? output : '';
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
  ['content', '@floating-ui/core'],
  ['content', '@floating-ui/dom'],
  ['popover', '#ui/text.ts'],
  ['library', '#messaging/client.ts'],
];

describe('the import rules', () => {
  it.each(forbidden)('%s may not import %s', (folder, source) => {
    expect(verdict(folder, source)).toContain('may import only');
  });
  it.each(allowed)('%s may import %s', (folder, source) => {
    expect(verdict(folder, source)).toBe('');
  });
  it('let the export worker alone read the store, by what cannot write', () => {
    const inWorker = (source: string): string => verdict('ui/export', source, 'export-worker.ts');
    expect(inWorker('#storage/export-reader.ts')).toBe('');
    expect(inWorker('./each-part.ts')).toBe('');
    for (const source of ['#storage/database.ts', '#storage/annotations.ts', '#messaging/client.ts', 'idb'])
      expect(inWorker(source)).toContain('may import only');
    expect(verdict('ui/export', '#storage/export-reader.ts')).toContain('may import only');
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
  it('never build markup or code from text', () => {
    const dangerous =
      /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/;
    expect(sources.filter((path) => dangerous.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
