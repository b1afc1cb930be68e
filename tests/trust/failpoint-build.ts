import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { BrowserName } from '#scripts/browser-manifest.ts';

/** Where the test build of a browser lies. */
const failpointFolder = (name: BrowserName): string => resolve(`node_modules/.cache/failpoint/${name}`);

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The extension as it is packaged, but for the failpoint, which is loaded before the background's own script. Built when it is old. */
export function failpointBuild(name: BrowserName): string {
  const folder = failpointFolder(name);
  const manifest = join(folder, 'manifest.json');
  const sources = [
    'src',
    'public',
    'manifest.json',
    'vite.config.ts',
    'tests/trust/failpoint.ts',
    'tests/trust/failpoint-worker.ts',
  ];
  const isNew = existsSync(manifest) && statSync(manifest).mtimeMs >= Math.max(...sources.map(newest));
  // In a process of its own: vitest's says that this is a test, and vite would build components for debugging.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  if (!isNew)
    execFileSync('node_modules/.bin/tsx', ['tests/trust/failpoint-build.ts', name], {
      env,
      stdio: 'inherit',
    });
  return folder;
}

const [, script = '', wanted] = process.argv;
if (script.endsWith('failpoint-build.ts') && (wanted === 'chrome' || wanted === 'firefox')) {
  const entry = resolve('src/background/background.ts');
  await build({
    mode: wanted,
    logLevel: 'warn',
    build: { outDir: failpointFolder(wanted) },
    plugins: [
      {
        name: 'failpoint',
        enforce: 'pre',
        transform: (code, id) =>
          id.split('?')[0] === entry
            ? `import ${JSON.stringify(resolve('tests/trust/failpoint-worker.ts'))};\n${code}`
            : null,
      },
    ],
  });
}
