import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Our own aliases are no packages. */
export const ownAliases: Plugin = {
  name: 'own-aliases',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^#[a-z]+\// }, ({ path }) => ({
      path: /^#(?:scripts|tests)\//.test(path) ? resolve(path.slice(1)) : resolve('src', path.slice(1)),
    })),
};

/**
 * Bundles what is measured in Node, minified as it ships: run straight from TypeScript, every function would be wrapped to keep its
 * name, which costs half of the speed.
 * @param outfile inside of the project, so that packages are found from there
 * @param withPackages whether packages are bundled too, as in an extension
 */
export async function bundleForNode(entry: string, outfile: string, withPackages = false): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    ...(withPackages ? {} : { packages: 'external' }),
    plugins: [ownAliases],
  });
}
