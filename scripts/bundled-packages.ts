import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { buildInto } from './build-into.ts';

/** Which installed packages a built package really holds, by their paths, and in which of its parts. */
export type Bundled = ReadonlyMap<string, readonly string[]>;

/** What is neither ours nor of node_modules, and whose it is: a bundler's own few lines. */
const ofBundler = /^\0|^(?:\.\.\/)*(?:rolldown|vite|crx)[:/]|__vite|rolldown\/runtime/;

const imports = /^(?:import[^;]*["'`]\.[^;]*;?\s*)*$/;

/**
 * Builds the Chromium package aside with source maps and reads out of these what each script was made of. Both packages hold the same
 * scripts: only the manifest and the age of the syntax differ.
 * @throws Error for a script without a map, or made of something that is neither ours nor installed by npm
 */
export async function bundledPackages(): Promise<Bundled> {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-maps-'));
  try {
    await buildInto(folder, 'chrome', true);
    return packagesIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The packages in a folder that was built with source maps. */
function packagesIn(folder: string): Bundled {
  const found = new Map<string, Set<string>>();
  const scripts = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((path) =>
    path.endsWith('.js'),
  );
  for (const script of scripts.toSorted()) {
    for (const path of sourcesOf(join(folder, script)).map(packageOf)) {
      if (path === null) continue;
      found.set(path, (found.get(path) ?? new Set()).add(partOf(script)));
    }
  }
  return new Map(
    [...found]
      .map(([path, parts]) => [path, [...parts].toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The scripts that stand alone by their names; what pages and the background share is cut anew at every change, and is one part. */
const partOf = (script: string): string => {
  const path = script.replaceAll(sep, '/');
  return /(?:content|shield|export-worker|import-worker)(?=[^/]*$)/.exec(path)?.[0] ?? 'pages and background';
};

/** The files that a script was made of, without the way up to where the project lies. */
function sourcesOf(script: string): readonly string[] {
  const map = `${script}.map`;
  if (!existsSync(map)) {
    // A page's own script may be nothing but imports; so is the one line before the background's.
    if (imports.test(readFileSync(script, 'utf8')) || script.includes('rolldown-runtime')) return [];
    throw new Error(`${script} has no source map: nobody can say what it holds`);
  }
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: readonly string[] };
  return sources
    .filter((source) => !ofBundler.test(source))
    .map((source) => source.replace(/^(?:\.\.?\/)+/, ''));
}

/** The path of the package that a file belongs to; null for a file of ours. */
function packageOf(file: string): string | null {
  const path = file.replaceAll('\\', '/');
  if (path.includes('node_modules/.cache/on-record/readability.js'))
    return 'node_modules/@mozilla/readability';
  const [, place] = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  if (place !== undefined) return place.slice(place.indexOf('node_modules/'));
  if (/(?:^|\/)src\//.test(path)) return null;
  throw new Error(`${path} is in the package, and is neither ours nor installed by npm`);
}
