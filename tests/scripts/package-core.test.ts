import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageCore } from '#scripts/package-core.ts';

/** Somebody's project that has the package, and nothing else of ours. */
let project = '';
const run = (name: string): string => execFileSync('node', [name], { cwd: project, encoding: 'utf8' });

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'on-record-core-'));
  const modules = join(project, 'node_modules');
  await packageCore(join(modules, '@onrecord/core'));
  const { dependencies } = JSON.parse(readFileSync(join(modules, '@onrecord/core/package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('The package @onrecord/core, in plain Node', () => {
  const examples = [...readFileSync('docs/core.md', 'utf8').matchAll(/```js\n(.*?)```/gsu)].map(
    ([, code = '']) => code,
  );
  const outcomes = [
    /^direct “We will not wait,” — Ana Ortiz [\d.]+\ndirect “We must,” — Tom Reed [\d.]+\nAna Ortiz \[ 'mayor' \]\nTom Reed \[ 'deputy' \]\n$/u,
    /^changed The mayor has promised two new ferries by the spring\.\n$/u,
    /> “We will not wait,”[^]+Ana Ortiz[^]+Ask her about Monday\./u,
  ];

  it.each(outcomes.map((outcome, index) => ({ outcome, code: examples[index] ?? '' })))(
    'runs the example of its README: $outcome',
    ({ outcome, code }) => {
      writeFileSync(join(project, 'example.js'), code);
      expect(run('example.js')).toMatch(outcome);
    },
  );

  it('has an outcome here for each example', () => expect(examples).toHaveLength(outcomes.length));

  it('has types for its examples, as strict as can be', () => {
    examples.forEach((code, index) => writeFileSync(join(project, `example-${index}.ts`), code));
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'esnext'];
    const types = [
      '--moduleResolution',
      'bundler',
      '--types',
      'node',
      '--typeRoots',
      resolve('node_modules/@types'),
    ];
    const names = examples.map((_, index) => `example-${index}.ts`);
    const tsc = resolve('node_modules/.bin/tsc');
    const { status, stdout } = spawnSync(tsc, [...options, ...types, ...names], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  it('leads from its README to files that it has', () => {
    const folder = join(project, 'node_modules/@onrecord/core');
    for (const page of ['README.md', 'detection.md']) {
      const links = readFileSync(join(folder, page), 'utf8').matchAll(/\]\(([^)#]+)/g);
      for (const [, link = ''] of links)
        expect(existsSync(join(folder, link)), `${page}: ${link}`).toBe(true);
    }
  });

  it('has types that a project with its own compiler options can read, and that refuse what is not there', () => {
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', ''];
    const compile = (code: string): void => {
      writeFileSync(join(project, 'typed.ts'), code);
      const tsc = resolve('node_modules/.bin/tsc');
      execFileSync(tsc, [...options, 'typed.ts'], { cwd: project, encoding: 'utf8' });
    };
    compile(
      `import { buildIndex, describe, detect, exporters, match, type Detection, type Match } from '@onrecord/core';
      const found: Detection = detect('“No,” said Ana Ortiz.');
      const start: number = found.quotations[0]?.start ?? 0;
      const made: Match = match(describe('a b c', { start, end: 3 }), buildIndex('a b c'));
      export const formats: readonly string[] = exporters.map(({ format }) => format + made.outcome);`,
    );
    expect(() =>
      compile(`import { detect } from '@onrecord/core'; export const none = detect('').nothing;`),
    ).toThrow();
  }, 60_000);

  it('holds no file of ours but the bundle, the types, and what says whose it is', () => {
    const names = readdirSync(join(project, 'node_modules/@onrecord/core')).toSorted();
    expect(names).toEqual([
      'LICENSE',
      'NOTICE',
      'README.md',
      'detection.md',
      'index.js',
      'package.json',
      'types',
    ]);
  });
});
