import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, untilPainted, writeNote } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { readZip } from '#scripts/reproducible-zip.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { speaker, words, writeArticle } from './hostile-article.ts';

/** The zips that the stores are given, unpacked and loaded: the main job from an article to the library. */

const host = 'www.hindustantimes.com';

describe.each([
  { name: 'chrome', start: startChromium },
  { name: 'firefox', start: startFirefox },
] as const)('the zip for $name', ({ name, start }) => {
  let folder = '';
  let site: Served;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-zip-'));
    // As npm runs it, not as a part of a test.
    execFileSync(resolve('node_modules/.bin/tsx'), ['scripts/package.ts', name, `--out=${folder}`], {
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
    for (const { path, bytes } of readZip(await readFile(join(folder, `on-record-${name}-${version}.zip`)))) {
      const file = join(folder, 'unpacked', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    await mkdir(join(folder, 'site'));
    await writeArticle(join(folder, 'site'), 'ferry');
    site = await serve(join(folder, 'site'));
  });
  afterAll(async () => {
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('loads, marks an article, keeps a note and shows it in the library', async () => {
    const session = await start({ extension: join(folder, 'unpacked'), hosts: { [host]: site.port } });
    try {
      const page = await session.open(`http://${host}/ferry.html`);
      await page.bringToFront();
      await untilPainted(page, 3);
      const frame = await openPopover(page, words, speaker);
      await writeNote(page, frame, 'from the zip');
      const library = await session.openOwn('src/library/library.html');
      const kept = await ask(library, 'annotations.ofArticle', { source: `https://${host}/ferry.html` });
      expect(kept.flatMap(({ body }) => body.map(({ value }) => value))).toEqual(['from the zip']);
      await page.close();
      expect(await session.contactedHosts()).toEqual([host]);
    } finally {
      await session.close();
    }
  });
});
