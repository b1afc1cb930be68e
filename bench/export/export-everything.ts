import { readdir, rm, stat } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/driver/session.ts';
import { browserCpu } from './browser-cpu.ts';
import { longestGap, WATCH } from './longest-gap.ts';

/** One file of everything. */
export interface Exported {
  readonly format: string;
  /** By the clock. */
  readonly seconds: number;
  /** Seconds of processor of the whole browser; null where the system does not tell. */
  readonly cpu: number | null;
  readonly megabytes: number;
  /** For how long the surface and the background were held at most, ms. */
  readonly surface: number;
  readonly background: number;
  readonly load: number;
}

/** Presses what a selector names, in the page. */
const PRESS = `const press = async (selector) => {
  for (;;) {
    const element = document.querySelector(selector);
    if (element !== null) return element.click();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};`;

/** Takes everything out, one format after the other, by the dialogue of the library's page. @param downloads where the files go */
export async function exportEverything(
  page: Page,
  formats: readonly string[],
  downloads: string,
): Promise<readonly Exported[]> {
  await page.bringToFront();
  // A browser that has just started is busy with itself: only what the export holds is wanted.
  await until('the library', async () => (await page.$('.feed-row .list-row-title')) !== null);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await page.evaluate(`(async () => { ${PRESS} await press('.export-open-place .button'); })()`);
  const files: Exported[] = [];
  for (const format of formats) files.push(await exported(page, format, downloads));
  return files;
}

async function exported(page: Page, format: string, downloads: string): Promise<Exported> {
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
  const bytes = await until('the file', async () => {
    const name = (await readdir(downloads)).find((one) => !one.endsWith('.crdownload'));
    return name === undefined ? null : (await stat(join(downloads, name))).size;
  });
  return {
    format,
    seconds,
    cpu: before === null || after === null ? null : after - before,
    megabytes: bytes / 1e6,
    surface,
    background: held,
    load,
  };
}
