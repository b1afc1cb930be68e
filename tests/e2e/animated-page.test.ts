import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { paintedWords } from './page-steps.ts';
import { type FixtureSite, openFixtures, publisher } from './sample-site.ts';

/** A page with a picture that moves for ever, of which no mutation tells: at every frame the browser paints all marks anew. */

const mayor = 'We have paid for that crane';
const far = 'It is only a crane';

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('animated pages in $name', ({ start }) => {
  let site: FixtureSite;
  let session: Session;
  beforeAll(async () => {
    site = await openFixtures(start);
    ({ session } = site);
  });
  afterAll(() => site.close());

  it('only marks in the window and near it are painted, and they follow the reader', async () => {
    const page = await session.open(`http://${publisher}/live/story.html`);
    await page.bringToFront();
    const has = (words: string) => async (): Promise<boolean> =>
      (await paintedWords(page)).some((text) => text.includes(words));
    await until('the marks', has(mayor));
    await page.evaluate(`
      document.body.insertAdjacentHTML('afterbegin', '<svg width="20" height="20"><rect width="9" height="9"><animateTransform attributeName="transform" type="rotate" from="0" to="360" dur="1s" repeatCount="indefinite"/></rect></svg>');
      document.querySelector('#last').insertAdjacentHTML('afterend', '<div style="height: 3000px"></div><p id="far">“It is only a crane,” said Juno Pell, who lives beside it and has looked at it for sixty years from her kitchen.</p>');`);
    // It is painted when it is found, and left out when it is seen to be far away.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await has(mayor)()).toBe(true);
    expect(await has(far)()).toBe(false);
    await page.evaluate(() => document.querySelector('#far')?.scrollIntoView({ behavior: 'instant' }));
    await until('the mark far down', has(far));
    await until('the one above to be left out', async () => !(await has(mayor)()));
    await page.close();
  });
});
