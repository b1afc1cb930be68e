import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isFromZip, unpackZip, zipOf } from '#scripts/built-package.ts';
import { ensureBrowser, ensureFonts } from '#scripts/install-browser.ts';
import { newestChange } from '#scripts/newest-change.ts';
import { ensureGallery } from '#tests/visual/gallery/start-gallery.ts';

const browsers = ['chrome', 'firefox'] as const;

/**
 * Before the suite: both browsers are there, and both packages and the gallery are as new as the sources. With `FROM_ZIP=1` the packages are
 * those that the stores are given.
 */
export default async function setup(): Promise<void> {
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
  await ensureFonts();
  ensureGallery();
  const sources = newestChange('src', 'public', 'manifest.json', 'vite.config.ts');
  if (isFromZip()) {
    for (const name of browsers) {
      if (newestChange(zipOf(name)) < sources)
        throw new Error(`${zipOf(name)} is not there, or older than the sources: npm run package.`);
      unpackZip(name);
    }
    return;
  }
  if (browsers.every((name) => newestChange(join('dist', name, 'manifest.json')) >= sources)) return;
  // In a process of its own: vitest's says that this is a test, and vite would build components for debugging.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  execFileSync('node_modules/.bin/tsx', ['scripts/build.ts'], { env, stdio: 'inherit' });
}
