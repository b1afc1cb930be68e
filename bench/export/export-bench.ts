import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { until } from '../../scripts/driver/session.ts';
import { libraryProfile } from '../library/library-profile.ts';
import { table } from '../measure.ts';
import { browserCpu } from './browser-cpu.ts';
import { longestGap, WATCH } from './longest-gap.ts';

/** Everything, in these formats; the whole may take so long, in s, and no thread that answers may be held for longer, in ms. */
const FORMATS: readonly string[] = ['json', 'markdown', 'csv', 'json-ld', 'html', 'bibtex'];
const MOST_SECONDS = 10;
const MOST_HOLD = 50;

/** Presses what a selector names, in the page. */
const PRESS = `const press = async (selector) => {
  for (;;) {
    const element = document.querySelector(selector);
    if (element !== null) return element.click();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};`;

/**
 * Everything taken out of a library in real Chromium, as a reader does it: the dialogue's button, the background and its store, the
 * messages, the worker that writes, the file on the disk.
 */
export async function benchExport(sizes: readonly number[]): Promise<string> {
  if (!existsSync('dist/chrome/manifest.json'))
    execFileSync('node_modules/.bin/tsx', ['scripts/build.ts'], { stdio: 'ignore' });
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...(await measure(size)));
  const head = [
    'annotations',
    'format',
    's',
    's of processor',
    'MB',
    'surface: longest hold, ms',
    'background: longest hold, ms',
    'load',
  ];
  return `## Export of everything (at most ${MOST_SECONDS} s at 100,000, surface and background held for ${MOST_HOLD} ms at most)\n\n${table(head, rows)}`;
}

async function measure(size: number): Promise<readonly (readonly string[])[]> {
  const profile = await libraryProfile(size);
  const downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
  const session = await startChromium({ profile, downloads });
  try {
    const page = await session.openOwn('src/library/library.html');
    await page.bringToFront();
    // A browser that has just started is busy with itself: only what the export holds is wanted.
    await until('the library', async () => (await page.$('.feed-row .list-row-title')) !== null);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await page.evaluate(`(async () => { ${PRESS} await press('.export-open-place .button'); })()`);
    const rows: (readonly string[])[] = [];
    for (const format of FORMATS)
      rows.push([String(size), format, ...(await exported(page, format, downloads))]);
    return rows;
  } finally {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await rm(downloads, { recursive: true, force: true });
  }
}

async function exported(page: Page, format: string, downloads: string): Promise<readonly string[]> {
  for (const name of await readdir(downloads)) await rm(join(downloads, name), { force: true });
  const background = await longestGap(page.browser());
  const [load = 0] = loadavg();
  const browser = page.browser().process()?.pid;
  const cpu = (): number | null => (browser === undefined ? null : browserCpu(browser));
  const before = cpu();
  const [seconds, surface] = (await page.evaluate(`(async () => {
    ${PRESS}
    await press('.format-row input[value="${format}"]');
    const longest = ${WATCH};
    const started = performance.now();
    await press('.dialog .button-primary:not([disabled])');
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const outcome = document.querySelector('.export-outcome');
      if (outcome?.querySelector('.trouble')) throw new Error(outcome.textContent);
      if (outcome?.querySelector('p') && !outcome.querySelector('progress')) break;
    }
    return [(performance.now() - started) / 1000, longest()];
  })()`)) as [number, number];
  const held = await background();
  const after = cpu();
  const taken = before === null || after === null ? '–' : (after - before).toFixed(1);
  const bytes = await until('the file', async () => {
    const name = (await readdir(downloads)).find((one) => !one.endsWith('.crdownload'));
    return name === undefined ? null : (await stat(join(downloads, name))).size;
  });
  return [
    seconds.toFixed(1),
    taken,
    (bytes / 1e6).toFixed(1),
    surface.toFixed(0),
    held.toFixed(0),
    load.toFixed(1),
  ];
}
