import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from '#scripts/install-browser.ts';
import { newestChange } from '#scripts/newest-change.ts';
import { ensureGallery } from '#tests/visual/gallery/start-gallery.ts';

/** Before the suite: both browsers are there, and both packages and the gallery are as new as the sources. */
export default async function setup(): Promise<void> {
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
  ensureGallery();
  const sources = newestChange('src', 'public', 'manifest.json', 'vite.config.ts');
  const isBuilt = ['chrome', 'firefox'].every(
    (name) => newestChange(join('dist', name, 'manifest.json')) >= sources,
  );
  if (isBuilt) return;
  // In a process of its own: vitest's says that this is a test, and vite would build components for debugging.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  execFileSync('node_modules/.bin/tsx', ['scripts/build.ts'], { env, stdio: 'inherit' });
}
