import { existsSync } from 'node:fs';
import { build } from 'vite';
import { startChromium } from './driver/chromium.ts';
import { serve } from './serve.ts';
import { takeTour } from './tour.ts';

/** `npm start`: builds, and opens the sample article with the extension on; without a display, takes the tour by itself. */
const article = '/sample/article.html';

async function main(): Promise<void> {
  await build({ mode: 'chrome', logLevel: 'warn' });
  const site = await serve('tests/fixtures');
  const address = `${site.origin}${article}`;
  const headless = process.argv.includes('--headless') || !hasDisplay();
  const session = await startChromium({ headless });
  try {
    if (headless) await takeTour(session, address, 'demo-output');
    else {
      await session.open(address);
      console.log(
        `The sample article is open with On Record on it: ${address}\nClick a marked quotation. Close the browser to end.`,
      );
      await new Promise<void>((resolve) => {
        session.browser.once('disconnected', () => resolve());
      });
    }
  } finally {
    await session.close();
    await site.close();
  }
}

/** On Linux a browser needs X11 or Wayland; elsewhere there is always a screen. CI has none that anybody looks at. */
function hasDisplay(): boolean {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

if (!existsSync('node_modules')) throw new Error('Run npm ci first.');
await main();
