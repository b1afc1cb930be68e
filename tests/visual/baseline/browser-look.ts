import { createHash } from 'node:crypto';
import type { Browser } from 'puppeteer-core';

/** What pictures depend on besides our own code. */
export interface BrowserLook {
  /** The browser's major version. */
  readonly major: number;
  /** How a reference text is drawn, as a hash of its pixels: another font, size or way to smooth edges is another hash. */
  readonly fonts: string;
}

/** Of each script that a baseline shows, in both families of the interface. */
const REFERENCE = ['Wörter, 0123 “quoted” — ﬁ', 'كلمات وأقوال', '引用と発言'];

/** Looks at this browser on this machine. */
export async function browserLook(browser: Browser, origin: string): Promise<BrowserLook> {
  const page = await browser.newPage();
  await page.setViewport({ width: 700, height: 420, deviceScaleFactor: 1 });
  await page.goto(`${origin}/tests/visual/baseline/reference.html`);
  await page.evaluate((lines) => {
    for (const family of ['--font-words', '--font-interface'])
      for (const line of lines)
        for (const weight of ['400', '600']) {
          const element = document.createElement('p');
          element.textContent = line;
          element.style.font = `${weight} 17px/1.5 var(${family})`;
          document.body.append(element);
        }
  }, REFERENCE);
  const pixels = await page.screenshot();
  await page.close();
  const major = Number(/\/(\d+)/u.exec(await browser.version())?.[1] ?? 0);
  return { major, fonts: createHash('sha256').update(pixels).digest('hex').slice(0, 16) };
}
