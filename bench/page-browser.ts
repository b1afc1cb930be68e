import { build } from 'esbuild';
import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ensureBrowser } from '../scripts/install-browser.ts';

/** Our code for pages, with what it is compared with, as one script. @param entry the file that puts it on the page */
export async function bundleForPage(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    target: 'chrome120',
    alias: { '#page': resolve('src/page'), '#core': resolve('src/core') },
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs `work` in a Chromium of its own, without our extension, and closes it whatever happens. */
export async function inBareChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const { executablePath } = await ensureBrowser('chromium');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
