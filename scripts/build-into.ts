import { build } from 'vite';
import type { BrowserName } from './browser-manifest.ts';

/**
 * Builds one package as `npm run build` does, into another folder.
 * @param withMaps lay a map beside each script, which says of what files it was made; the script itself does not name it
 */
export async function buildInto(folder: string, name: BrowserName, withMaps = false): Promise<void> {
  await build({
    mode: name,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, sourcemap: withMaps ? 'hidden' : false },
  });
}
