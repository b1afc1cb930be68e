/**
 * Makes the package `@onrecord/core` of `src/core` in `dist/core`, for `npm publish` or `npm install ./dist/core`.
 *
 *     npx tsx scripts/package-core.ts [FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'esbuild';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Bundles it: data is taken in, packages stay outside. Answers which packages it asks for. */
async function bundle(folder: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: ['src/core/public.ts'],
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    packages: 'external',
    // `packages` would leave our own `#core/…` outside as well.
    alias: { '#core': './src/core' },
    metafile: true,
    logLevel: 'warning',
  });
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...new Set(asked.map((path) => /^(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? path))].toSorted();
}

/** The types, a file a module. What they import is named as Node names it: relatively, and `.js`, since `#core/…` is our own short form. */
function writeTypes(folder: string): void {
  const types = join(folder, 'types');
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src/core'];
  execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.core.json', ...options, '--outDir', types], {
    stdio: 'inherit',
  });
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const up = '../'.repeat(name.split(sep).length - 1) || './';
    const text = readFileSync(join(types, name), 'utf8');
    const named = text.replace(
      /(['"])(#core\/|\.\/)([^'"]+)\.ts\1/gu,
      (_all, mark: string, place: string, module: string) => {
        return `${mark}${place === './' ? place : up}${module}.js${mark}`;
      },
    );
    writeFileSync(join(types, name), named);
  }
}

/**
 * @param folder is emptied first
 * @throws when a package is asked for that ours does not depend on
 */
export async function packageCore(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version, license, engines, dependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Manifest;
  const asked = await bundle(folder);
  writeTypes(folder);
  const versionOf = (name: string): string => {
    const wanted = dependencies[name];
    if (wanted === undefined) throw new Error(`src/core imports ${name}, which is no dependency`);
    return wanted;
  };
  const manifest = {
    name: '@onrecord/core',
    version,
    description:
      'Who said what in the news: finds quotations, speakers and people, finds passages again, and exports them',
    license,
    type: 'module',
    engines,
    sideEffects: false,
    exports: { '.': { types: './types/public.d.ts', default: './index.js' } },
    files: ['index.js', 'types', 'detection.md', 'NOTICE'],
    dependencies: Object.fromEntries(asked.map((name) => [name, versionOf(name)])),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync('docs/core.md', join(folder, 'README.md'));
  // What its README leads to. Links to the rest of the project lead nowhere from here: their words stay.
  const explained = readFileSync('docs/detection.md', 'utf8').replaceAll(
    /\[([^\]]+)\]\(\.\.\/[^)]+\)/g,
    '$1',
  );
  writeFileSync(join(folder, 'detection.md'), explained);
  for (const name of ['NOTICE', 'LICENSE']) copyFileSync(name, join(folder, name));
}

if (process.argv[1]?.endsWith('package-core.ts') === true) {
  const folder = process.argv[2] ?? 'dist/core';
  await packageCore(folder);
  console.log(`made ${folder}`);
}
