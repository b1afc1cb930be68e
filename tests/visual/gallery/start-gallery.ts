import { execFileSync } from 'node:child_process';
import { newestChange } from '#scripts/newest-change.ts';
import { type Served, serve } from '#scripts/serve.ts';

/** Where the gallery lies when it is built. */
export const builtGallery = 'node_modules/.cache/on-record/gallery';

/** What it is built of. */
const sources = [
  'src',
  'public/_locales',
  'tests/visual/gallery',
  'tests/visual/baseline/reference.html',
  'scripts/without-fetch.ts',
  'package-lock.json',
];

/** Builds the gallery where it is older than what it is built of. */
export function ensureGallery(): void {
  if (newestChange(`${builtGallery}/src/library/library.html`) > newestChange(...sources)) return;
  // In a process of its own: vitest's says that this is a test, and vite would build components for debugging.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  execFileSync('node_modules/.bin/tsx', ['tests/visual/gallery/build-gallery.ts'], { env, stdio: 'inherit' });
}

/**
 * Serves the gallery for tests and pictures, until `close` is called. It is built, as the package is: a page then is a few files, and
 * the browser asks for each of them once, where the sources would be hundreds at every scene.
 */
export async function startGallery(): Promise<Served> {
  ensureGallery();
  return serve(builtGallery, { headers: { '*': { 'Cache-Control': 'max-age=3600' } } });
}
