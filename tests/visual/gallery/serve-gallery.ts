/** Serves the gallery to look at while its sources change: `npx tsx tests/visual/gallery/serve-gallery.ts [PORT]`. */
import { createServer } from 'vite';
import { withoutFetch } from '#scripts/without-fetch.ts';
import { galleryPlugin } from './gallery-plugin.ts';

/** What the worker that writes exports imports: found at once, so that no page is loaded anew while one looks at it. */
const worker = ['papaparse', 'fflate', 'citeproc', 'moo', '@citation-js/date', '@citation-js/name'];
/** Served as they are: only so is their module that fetches left out. */
const citation = ['core', 'plugin-bibtex', 'plugin-csl', 'plugin-ris'].map((name) => `@citation-js/${name}`);

const port = Number(process.argv[2] ?? 5199);
const server = await createServer({
  configFile: false,
  plugins: [withoutFetch(), galleryPlugin()],
  server: { host: '127.0.0.1', port, strictPort: true, hmr: false },
  optimizeDeps: {
    include: ['preact', 'preact/hooks', '@preact/signals', 'webextension-polyfill', ...worker],
    exclude: citation,
  },
  cacheDir: 'node_modules/.vite-gallery',
  logLevel: 'error',
});
await server.listen();
console.log(`http://127.0.0.1:${port}/tests/visual/gallery/gallery.html`);
