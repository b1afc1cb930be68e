import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * `npm run bench`: prints the speed tables. What is measured is bundled first, as it ships: run straight from TypeScript, every
 * function would be wrapped to keep its name, which costs half of the speed.
 */
const outfile = resolve('node_modules/.cache/on-record-bench.mjs');
await build({
  entryPoints: ['bench/bench.ts'],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  // Our own aliases are no packages.
  plugins: [
    {
      name: 'own-aliases',
      setup: (bundle) =>
        bundle.onResolve({ filter: /^#(?:core|storage)\// }, ({ path }) => ({
          path: resolve('src', path.slice(1)),
        })),
    },
  ],
});
await import(pathToFileURL(outfile).href);
await rm(outfile, { force: true });
