import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { exportedText } from '#scripts/driver/exported-text.ts';
import { clickWords, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { isolating } from './isolating.ts';
import { beforeSecondAttempt, closeAll } from './second-attempt.ts';

/** What Chromium does where a page forbids the popover's frame; in Firefox it stands there all the same (hostile-pages.test.ts). */

const host = 'www.hindustantimes.com';
const words = 'Nobody in Brezna hates us';

describe('a page that forbids frames of other origins', () => {
  let site: Served;
  let session: Session;
  beforeAll(async () => {
    site = await serve('tests/fixtures', { headers: { '*': isolating } });
    session = await startChromium({ hosts: { [host]: site.port } });
  });
  afterAll(async () => {
    await session.close();
    await site.close();
  });

  beforeSecondAttempt(async () => {
    await session.closePopup().catch(() => null);
    await closeAll(session, site.origin);
    const own = await session.openOwn('src/library/library.html');
    await ask(own, 'storage.wipe', { backups: true });
    await own.close();
  });

  it('shows no error page in our frame; the popup opens in its place', async () => {
    const library = await session.openOwn('src/library/library.html');
    const page = await session.open(`${site.origin}/sample/article.html`);
    await page.bringToFront();
    await untilPainted(page, 20);
    await clickWords(page, words);
    const popups = `chrome.runtime.getContexts({ contextTypes: ['POPUP'] }).then(({ length }) => length)`;
    await until('the popup', async () => (await library.evaluate(popups)) === 1);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    // The same as the popover would have shown, and one can say there that it is none.
    const inPopup = (source: string): Promise<unknown> =>
      library.evaluate(`(() => {
        const [view] = chrome.extension.getViews({ type: 'popup' });
        return view === undefined ? null : ((document) => (${source}))(view.document);
      })()`);
    await until('the quotation in the popup', async () =>
      ((await inPopup(`document.querySelector('blockquote')?.textContent ?? ''`)) as string | null)?.includes(
        words,
      ),
    );
    await inPopup(`document.querySelector('.corrections-open button').click() ?? true`);
    await until('the corrections', () => inPopup(`document.querySelector('.corrections') !== null`));
    await inPopup(
      `[...document.querySelectorAll('.corrections button')].find(({ textContent }) => textContent.startsWith('Not a quotation')).click() ?? true`,
    );
    await until('the refusal', async () => (await exportedText(library, 'json')).includes('rejected'));
  });
});
