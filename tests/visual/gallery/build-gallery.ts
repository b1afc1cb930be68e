/** Builds the gallery for tests and pictures: `npx tsx tests/visual/gallery/build-gallery.ts`. They call it where it is out of date. */
import { readdirSync } from 'node:fs';
import { build } from 'vite';
import { withoutFetch } from '#scripts/without-fetch.ts';
import { galleryPlugin } from './gallery-plugin.ts';
import { builtGallery } from './start-gallery.ts';

/** The pages that a test opens: every surface's, and those of the tests themselves. */
const pages = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => `src/${name}`),
  'tests/visual/gallery/components.html',
  'tests/visual/gallery/page.html',
  'tests/visual/baseline/reference.html',
];

await build({
  configFile: false,
  publicDir: false,
  plugins: [withoutFetch(), galleryPlugin()],
  worker: { format: 'es', plugins: () => [withoutFetch()] },
  build: {
    outDir: builtGallery,
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages },
  },
  logLevel: 'warn',
});
