import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { until } from '../../scripts/driver/session.ts';

const cache = 'node_modules/.cache/on-record-library';
/** Longer than filling in a million takes on a busy machine, in ms. */
const patience = 3_600_000;

/** What of the profile is kept: the rest would hold the worker's script, and Chromium would run that one in place of the built one. */
const databases = join('Default', 'IndexedDB');

/**
 * A browser profile whose library holds so many annotations, as a copy that may be changed; the caller deletes it. The library is
 * filled in once and kept, until what fills it, or the stores, have changed.
 */
export async function libraryProfile(size: number): Promise<string> {
  const seed = await seedScript();
  // The extension's origin, under which its database lies, follows from its path.
  const key = createHash('sha256').update(seed).update(resolve('dist/chrome')).digest('hex').slice(0, 12);
  const kept = join(cache, `${size}-${key}`);
  if (!existsSync(kept)) {
    await mkdir(cache, { recursive: true });
    for (const name of await readdir(cache)) {
      if (name.startsWith(`${size}-`)) await rm(join(cache, name), { recursive: true });
    }
    const filled = `${kept}.part`;
    await fill(size, seed, filled);
    await rename(join(filled, databases), kept);
    await rm(filled, { recursive: true });
  }
  const copy = await mkdtemp(join(tmpdir(), 'on-record-library-'));
  await cp(kept, join(copy, databases), { recursive: true, mode: constants.COPYFILE_FICLONE });
  // Or a save, which waits until the disk has it, waits for the copy as well.
  execFileSync('sync');
  return copy;
}

async function fill(size: number, seed: string, profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true });
  const session = await startChromium({ profile });
  try {
    const page = await session.openOwn('src/options/options.html');
    await page.evaluate(seed);
    const started = performance.now();
    await page.evaluate(`
      globalThis.filling = { documents: 0, end: '' };
      seedLibrary(${size}, (documents) => { filling.documents = documents; })
        .then(() => { filling.end = 'filled'; }, (error) => { filling.end = String(error); });
      null`);
    let told = 0;
    const end = await until(
      'the library to be filled',
      async () => {
        const now = (await page.evaluate('filling')) as { documents: number; end: string };
        if (now.documents - told >= size / 10) {
          told = now.documents;
          console.error(`${told} of ${size} after ${((performance.now() - started) / 1000).toFixed(0)} s`);
        }
        return now.end === '' ? null : now.end;
      },
      patience,
    );
    if (end !== 'filled') throw new Error(end);
    console.error(`filled with ${size} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  } finally {
    await session.close();
  }
}

/** What fills the library, as one script for a page. */
async function seedScript(): Promise<string> {
  const built = await build({
    entryPoints: ['bench/library/seed-library.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
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
  return built.outputFiles[0]?.text ?? '';
}
