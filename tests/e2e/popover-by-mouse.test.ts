import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, pageStates } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { clickIn } from './click-in.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';

/** What the popover does, by clicks alone, on the built extension. */

const words = 'I have read the map and I have read the mood';

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('the popover by mouse in $name', ({ start }) => {
  let site: SampleSite;
  let library: Page;
  let page: Page;

  beforeAll(async () => {
    site = await openSampleSite(start);
    ({ library } = site);
    page = await site.session.open(`http://${publisher}/sample/article.html`);
    await untilPainted(page, 20);
    await page.bringToFront();
  });

  afterAll(() => site.close());

  const saved = async () => {
    const wanted = { query: 'mood', filter: {}, order: 'newest', offset: 0, limit: 9 } as const;
    return (await ask(library, 'library.search', wanted)).items[0]?.annotation ?? null;
  };
  const people = async (): Promise<string[]> => {
    const [state] = await pageStates(library);
    return state?.state === 'article' ? state.people.map(({ name }) => name) : [];
  };
  const close = async (frame: Frame): Promise<void> => {
    await clickIn(frame, '.popover-close button');
    await popoverGone(page);
  };

  it('names another speaker, and the toast takes it back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.corrections-open button');
    await clickIn(frame, '.corrections button', 'Someone else');
    await clickIn(frame, '.picker-person', 'Ruth Lindqvist');
    await until('the correction', async () => (await saved())?.quotation?.speaker === 'Ruth Lindqvist');
    await clickIn(frame, '.toast button', 'Undo');
    await until('nothing kept', async () => (await saved()) === null);
    await close(frame);
  });

  it('changes the kind, and the toast takes it back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.corrections-open button');
    await until('the kinds', () =>
      frame.evaluate(() => {
        const choice = document.querySelector('select');
        if (choice === null) return false;
        choice.value = 'indirect';
        return choice.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    );
    await until('the kind', async () => (await saved())?.quotation?.kind === 'indirect');
    await clickIn(frame, '.toast button', 'Undo');
    await until('nothing kept', async () => (await saved()) === null);
    await close(frame);
  });

  it('says that it is no quotation, and that it is one after all', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.corrections-open button');
    await clickIn(frame, '.corrections button', 'Not a quotation');
    await clickIn(frame, '.not-a-quotation button');
    await until('the speaker', () =>
      frame.evaluate(() => document.querySelector('.speaker-name')?.textContent === 'Helena Marrow'),
    );
    await close(frame);
  });

  it('joins two names, and the toast parts them', async () => {
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    await clickIn(frame, '.card-actions button', 'The same person');
    await clickIn(frame, '.picker-person', 'Helena Marrow');
    await until('one person less', async () => !(await people()).includes('Ruth Lindqvist'));
    await clickIn(frame, '.toast button', 'Undo');
    await until('both again', async () => (await people()).includes('Ruth Lindqvist'));
    await close(frame);
  });
});
