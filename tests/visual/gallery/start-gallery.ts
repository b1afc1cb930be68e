import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { galleryPlugin } from './gallery-plugin.ts';

/** Serves the gallery on this machine until `close` is called. `origin`: `http://127.0.0.1:port`. */
export async function startGallery(port = 0): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = dirname(dirname(dirname(here)));
  const server = await createServer({
    root,
    configFile: false,
    plugins: [galleryPlugin()],
    server: { host: '127.0.0.1', port, strictPort: port !== 0, hmr: false },
    optimizeDeps: { include: ['preact', 'preact/hooks', '@preact/signals', 'webextension-polyfill'] },
    cacheDir: `${root}/node_modules/.vite-gallery`,
    logLevel: 'error',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
