import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
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
  for (const mode of ['chrome', 'firefox']) {
    const built = statSync(join('dist', mode, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (built < sources) await build({ mode, logLevel: 'warn' });
  }
}
