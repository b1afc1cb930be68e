import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserName } from './browser-manifest.ts';
import { readZip } from './reproducible-zip.ts';

/** Whether the suite in real browsers loads the zips for the stores (`FROM_ZIP=1 npm run e2e`) and not what `npm run build` makes. */
export const isFromZip = (): boolean => (process.env['FROM_ZIP'] ?? '') !== '';

/** The folder with the package that the drivers load and that the tests look into. */
export const builtPackage = (name: BrowserName): string =>
  isFromZip() ? join('dist', 'from-zip', name) : join('dist', name);

/** The zip that `npm run package` makes of this version for the store. */
export function zipOf(name: BrowserName): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  return join('dist', 'packages', `on-record-${name}-${version}.zip`);
}

/** Unpacks the store's zip to where `builtPackage` looks for it, and nothing else stays there. */
export function unpackZip(name: BrowserName): void {
  const folder = join('dist', 'from-zip', name);
  rmSync(folder, { recursive: true, force: true });
  for (const { path, bytes } of readZip(readFileSync(zipOf(name)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
