import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { leanReadability } from './scripts/lean-readability.ts';
import { withoutFetch } from './scripts/without-fetch.ts';
import { withNotices } from './scripts/with-notices.ts';
import { browserManifest, type BrowserName } from './scripts/browser-manifest.ts';

/** Pages that no manifest key names, but that are opened: crxjs would copy them raw, and the frame would stay blank. */
const extraPages = [
  'src/popover/popover.html',
  'src/library/library.html',
  'src/welcome/welcome.html',
  'src/panel/panel.html',
];

/** `vite build --mode chrome | firefox [--watch]`. */
export default defineConfig(({ mode }) => {
  const browserName: BrowserName = mode === 'firefox' ? 'firefox' : 'chrome';
  const watching = process.argv.includes('--watch') || process.argv.includes('-w');
  return {
    worker: { format: 'es', plugins: () => [withoutFetch(), withNotices()] },
    plugins: [
      withoutFetch(),
      withNotices(['LICENSE', 'NOTICE']),
      crx({
        manifest: browserManifest(browserName) as unknown as ManifestV3Export,
        browser: browserName,
        // A standalone content script makes no module of ours web-accessible, but is not rebuilt under watch.
        ...(watching ? {} : { contentScripts: { standaloneFiles: ['src/content/content.ts', 'src/content/shield.ts'] } }),
      }),
    ],
    resolve: {
      // Its other half reads a character's name by setting innerHTML.
      alias: {
        'decode-named-character-reference': fileURLToPath(new URL('node_modules/decode-named-character-reference/index.js', import.meta.url)),
        '@mozilla/readability': leanReadability(),
      },
    },
    build: {
      outDir: `dist/${browserName}`,
      emptyOutDir: true,
      target: browserName === 'chrome' ? 'chrome120' : 'firefox140',
      // Store reviewers read the code; a source map would name this machine's folders.
      sourcemap: watching ? 'inline' : false,
      modulePreload: false,
      rolldownOptions: { input: extraPages },
    },
  };
});
