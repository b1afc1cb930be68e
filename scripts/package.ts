import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { buildInto } from './build-into.ts';
import type { BrowserName } from './browser-manifest.ts';
import { filesIn } from './files-in.ts';
import { reproducibleZip, type ZipEntry } from './reproducible-zip.ts';

/**
 * `npm run package [-- chrome|firefox|source] [--out=FOLDER]`: what the stores are given, in dist/packages: a zip for each browser, and the
 * sources that Mozilla's reviewers build the second from (docs/build-for-amo.md). The same sources make the same bytes.
 */
const words = process.argv.slice(2);
const out =
  words.find((word) => word.startsWith('--out='))?.slice('--out='.length) ?? join('dist', 'packages');
const wanted = words.filter((word) => !word.startsWith('-'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

mkdirSync(out, { recursive: true });
for (const name of ['chrome', 'firefox'] as const) if (isWanted(name)) write(name, await built(name));
if (isWanted('source')) write('source', sources());

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

function write(name: string, entries: readonly ZipEntry[]): void {
  const file = join(out, `on-record-${name}-${version}.zip`);
  const bytes = reproducibleZip(entries);
  writeFileSync(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${file}: ${entries.length} files, ${(bytes.length / 1_000).toFixed(0)} kB, sha256 ${hash}`);
}

/** The files of a fresh build. */
async function built(name: BrowserName): Promise<readonly ZipEntry[]> {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-package-'));
  try {
    await buildInto(folder, name);
    return filesIn(folder).map((path) => ({
      path: relative(folder, path).replaceAll(sep, '/'),
      bytes: readFileSync(path),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All that git knows, as it stands in the working tree, without what only tests and benches need. */
function sources(): readonly ZipEntry[] {
  return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((path) => path !== '' && !/^(?:tests|bench|\.github|\.ci)\//.test(path))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}
