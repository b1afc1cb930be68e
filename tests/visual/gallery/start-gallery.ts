import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { withoutFetch } from '#scripts/without-fetch.ts';
import { galleryPlugin } from './gallery-plugin.ts';

/** What the worker that writes exports imports: found at once, so that no page is loaded anew while a picture is taken. */
const worker = ['papaparse', 'fflate', 'citeproc', 'moo', '@citation-js/date', '@citation-js/name'];
/** Served as they are: only so is their module that fetches left out. */
const citation = ['core', 'plugin-bibtex', 'plugin-csl', 'plugin-ris'].map((name) => `@citation-js/${name}`);

/**
 * Serves the gallery on this machine until `close` is called. `origin`: `http://127.0.0.1:port`. Without a port of its own it is for a
 * test, during which no file changes: the browser then asks for each file once, and not at every scene.
 */
export async function startGallery(port = 0): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = dirname(dirname(dirname(here)));
  const server = await createServer({
    root,
    configFile: false,
    plugins: [withoutFetch(), galleryPlugin()],
    server: {
      host: '127.0.0.1',
      port,
      strictPort: port !== 0,
      hmr: false,
      headers: port === 0 ? { 'Cache-Control': 'max-age=3600' } : {},
    },
    optimizeDeps: {
      include: ['preact', 'preact/hooks', '@preact/signals', 'webextension-polyfill', ...worker],
      exclude: [...citation],
    },
    cacheDir: `${root}/node_modules/.vite-gallery`,
    logLevel: 'error',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
