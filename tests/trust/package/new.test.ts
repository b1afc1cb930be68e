import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What `npm run new` writes, in a copy of the project: it compiles, and its test fails for the reason that is left to do. */

let copy = '';
const copied = ['src', 'scripts', 'public', 'bench', 'docs', 'manifest.json', 'package.json', 'tsconfig.json', 'tsconfig.core.json', '.oxfmtrc.json', '.oxlintrc.json', 'vite.config.ts', 'vitest.config.ts', 'vitest.e2e.config.ts']; // prettier-ignore

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'on-record-new-'));
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true });
  const isPicture = (path: string): boolean => path.includes('baselines');
  cpSync('tests', join(copy, 'tests'), { recursive: true, filter: (path) => !isPicture(path) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program of node_modules in the copy. */
function run(name: string, args: readonly string[]): { readonly isGood: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin', name), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'test', VITEST: undefined, FORCE_COLOR: '0', TRUST: undefined },
  });
  return { isGood: status === 0, output: stdout + stderr };
}

describe('npm run new', () => {
  it.each([
    { words: ['exporter', 'org-mode'], test: 'tests/core/export/org-mode.test.ts', why: 'Write in src/core/export/org-mode.ts what is kept' },
    { words: ['exporter', 'wiki-text'], test: 'tests/core/export/registry.test.ts', why: 'has no name or description' },
    { words: ['language', 'es'], test: 'tests/core/detect/language-es.test.ts', why: 'es.gold.json names too few' },
    { words: ['migration', 'tag-colours'], test: 'tests/storage/migrations/', why: 'is a copy: change it to what the migration makes' },
    { words: ['publisher', 'spiegel-example.de'], test: 'tests/publishers.test.ts', why: 'write it in its line' },
  ])('$words: its test fails, and says why', ({ words, test, why }) => {
    const made = run('tsx', ['scripts/new.ts', ...words]);
    expect(made.isGood, made.output).toBe(true);
    const tried = run('vitest', ['run', test]);
    expect(tried.isGood, tried.output).toBe(false);
    expect(tried.output).toContain(why);
  }); // prettier-ignore

  it('all of it compiles', () => {
    const compiled = run('tsc', ['-p', 'tsconfig.json']);
    expect(compiled.output).toBe('');
    expect(compiled.isGood).toBe(true);
  });

  it('all of it has the form that npm run check asks for', () => {
    const { isGood, output } = run('oxfmt', ['--check', 'src', 'tests']);
    expect(isGood, output).toBe(true);
    const linted = run('oxlint', ['--quiet']);
    expect(linted.isGood, linted.output).toBe(true);
  }, 300_000);

  it('nothing was written into this project', () => {
    expect(readFileSync('src/core/export/registry.ts', 'utf8')).not.toContain('org-mode');
  });
});
