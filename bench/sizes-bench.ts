import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from './built-extension.ts';
import { table } from './measure.ts';
import { asFigures } from './results/figures.ts';

interface File {
  readonly path: string;
  readonly raw: number;
  readonly gzipped: number;
}

/** Pictures are packed already, and are not what a page or a start waits for. */
const SMALL = 2_000;

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const sum = (files: readonly File[], of: 'raw' | 'gzipped'): string =>
  kB(files.reduce((all, file) => all + file[of], 0));

/** The size of each file of the built extension, raw and gzipped, in kB of 1,000 bytes. */
export function benchSizes(): string {
  builtExtension();
  const built = ['chrome', 'firefox'].map((browser) => ({ browser, files: filesOf(join('dist', browser)) }));
  const tables = built.map(({ browser, files }) => {
    const large = files.filter(({ raw }) => raw >= SMALL);
    const rows = large.map(({ path, raw, gzipped }) => [path, kB(raw), kB(gzipped)]);
    const small = files.filter(({ raw }) => raw < SMALL);
    rows.push([
      `${small.length} files under ${SMALL / 1000} kB each`,
      sum(small, 'raw'),
      sum(small, 'gzipped'),
    ]);
    rows.push(['all', sum(files, 'raw'), sum(files, 'gzipped')]);
    return table([`dist/${browser}`, 'kB', 'kB gzipped'], rows);
  });
  const shown = [
    ['the content script, all that a page loads', /content[^/]*\.js$/],
    ['the background, with the detector and its model', /background[^/]*\.js$/],
    ['all scripts and sheets', /\.(?:js|css)$/],
    ['everything', /(?:)/],
  ] as const;
  const rows = shown.map(([what, path]) => [
    what,
    ...built.map(({ files }) => {
      const those = files.filter((file) => path.test(file.path));
      return `${sum(those, 'raw')} / ${sum(those, 'gzipped')}`;
    }),
  ]);
  const figures = table(['kB / gzipped', 'Chromium', 'Firefox'], rows);
  return [asFigures('sizes', figures), ...tables].join('\n\n');
}

/** All files of a folder, the largest first. */
function filesOf(folder: string): File[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      // What a package gains by packing a picture once more is nothing.
      const packed = ['.png', '.gif', '.woff2'].includes(extname(path))
        ? bytes.length
        : gzipSync(bytes).length;
      return { path: path.slice(folder.length + 1), raw: bytes.length, gzipped: packed };
    })
    .toSorted((a, b) => b.gzipped - a.gzipped);
}
