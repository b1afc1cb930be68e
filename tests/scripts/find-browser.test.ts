import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '#scripts/browser-candidates.ts';
import { findBrowser } from '#scripts/find-browser.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-browser-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A machine whose PATH and home lie in the test's folder. Called macOS, it has no browser of this Linux in its usual places. */
function machine(env: Record<string, string> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: join(folder, 'bin'), ...env },
    home: folder,
    project: join(folder, 'project'),
  };
}

async function program(path: string, prints: string): Promise<string> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, `#!/bin/sh\necho 'a warning' >&2\necho '${prints}'\n`);
  await chmod(whole, 0o755);
  return whole;
}

describe.runIf(process.platform === 'linux')('findBrowser', () => {
  test('takes the browser on PATH', async () => {
    const path = await program('bin/chromium', 'Chromium 150.0.1.2');
    expect(await findBrowser('chromium', machine())).toEqual({
      executablePath: path,
      product: 'Chromium',
      major: 150,
    });
  });

  test('what the variable names comes first', async () => {
    await program('bin/firefox', 'Mozilla Firefox 150.0');
    const path = await program('mine/fox', 'Mozilla Firefox 141.0');
    expect((await findBrowser('firefox', machine({ FIREFOX: path })))?.executablePath).toBe(path);
  });

  test.each([
    ['too-old', 'Chromium 100.0.1'],
    ['other-product', 'Mozilla Firefox 150.0'],
    ['does-not-run', 'hello'],
  ])('says %s of a named browser that cannot be used', async (code, prints) => {
    const path = await program('mine/browser', prints);
    await expect(findBrowser('chromium', machine({ CHROMIUM: path }))).rejects.toThrow(code);
  });

  test('finds a download of Playwright, the newest first, and never its headless shell', async () => {
    await program('.cache/ms-playwright/chromium-999/chrome-linux/chrome', 'Chromium 125.0.1');
    const newest = await program(
      '.cache/ms-playwright/chromium-1187/chrome-linux/chrome',
      'Chromium 140.0.1',
    );
    await program(
      '.cache/ms-playwright/chromium_headless_shell-1200/chrome-linux/chrome',
      'Chromium 141.0.1',
    );
    await program('bin/chromium', 'Chromium 100.0.1');
    const found = await findBrowser('chromium', {
      ...machine(),
      platform: 'darwin',
      env: { PLAYWRIGHT_BROWSERS_PATH: join(folder, '.cache/ms-playwright') },
    });
    expect(found?.executablePath).toBe(newest);
  });

  test("prefers our own download to a vendor's browser, and takes that when there is nothing else", async () => {
    const mac: Machine = { ...machine(), platform: 'darwin' };
    const vendors = await program('bin/google-chrome', 'Google Chrome 150.0.1');
    expect((await findBrowser('chromium', mac))?.executablePath).toBe(vendors);
    const own = await program(
      'project/.browser/chrome/mac-1/x.app/Contents/MacOS/Google Chrome for Testing',
      'Google Chrome for Testing 131.0.1',
    );
    expect((await findBrowser('chromium', mac))?.executablePath).toBe(own);
  });

  test('is null when nothing can be used', async () => {
    await writeFile(join(folder, 'bin'), 'not a folder');
    expect(await findBrowser('firefox', { ...machine(), platform: 'darwin' })).toBeNull();
  });
});
