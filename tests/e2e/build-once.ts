import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '#scripts/install-browser.ts';

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Before the suite: both browsers are there, and both packages are as new as the sources. */
export default async function setup(): Promise<void> {
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
  const sources = Math.max(...['src', 'public', 'manifest.json', 'vite.config.ts'].map(newest));
  const isBuilt = ['chrome', 'firefox'].every(
    (name) => newest(join('dist', name, 'manifest.json')) >= sources,
  );
  if (isBuilt) return;
  // In a process of its own: vitest's says that this is a test, and vite would build components for debugging.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  execFileSync('node_modules/.bin/tsx', ['scripts/build.ts'], { env, stdio: 'inherit' });
}
