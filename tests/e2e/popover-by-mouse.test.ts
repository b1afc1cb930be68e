import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagsOf } from '#core/annotation-edit.ts';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, pageStates } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { clickIn } from './click-in.ts';
import { loadAnew } from './page-steps.ts';
import { keepAbroad, means, toastSays } from './popover-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith } from './second-attempt.ts';

/** What the popover does, by clicks alone, on the built extension. */

const words = 'I have read the map and I have read the mood';
const source = `https://${publisher}/sample/article.html`;

const failed = (): never => {
  throw new Error('not kept');
};

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

  beforeSecondAttemptWith(
    () => library,
    () => loadAnew(page, 20),
  );

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

  it('confirms the speaker; the toast says so, takes it back and does it again', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.card-actions button', 'That’s right');
    await toastSays(frame, 'Speaker confirmed.');
    await until('the word', async () => (await saved())?.quotation?.status === 'confirmed');
    await clickIn(frame, '.toast button', 'Undo');
    await toastSays(frame, 'Undone: Speaker confirmed.');
    await until('nothing kept', async () => (await saved()) === null);
    await clickIn(frame, '.toast button', 'Redo');
    await until('the word again', async () => (await saved())?.quotation?.status === 'confirmed');
    await clickIn(frame, '.toast button', 'Undo');
    await until('nothing kept again', async () => (await saved()) === null);
    await close(frame);
  });

  it('moves an end by a word, and the toast takes it back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.corrections-open button');
    await clickIn(frame, '.corrections button', 'Boundaries');
    await clickIn(frame, '.end-row:first-of-type .icon-button:last-child');
    await until('a shorter passage', async () => ((await saved())?.quotation?.detectedExact ?? '') !== '');
    await clickIn(frame, '.ends-foot button');
    await clickIn(frame, '.toast button', 'Undo');
    await until('nothing kept', async () => (await saved()) === null);
    await close(frame);
  });

  it('names the speaker of the others here, too, and the toast takes that back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const speakers = async (): Promise<readonly unknown[]> =>
      (await ask(library, 'decisions.ofArticle', { source })).map(({ value }) => value);
    await clickIn(frame, '.corrections-open button');
    await clickIn(frame, '.corrections button', 'Someone else');
    await clickIn(frame, '.picker-person', 'Ruth Lindqvist');
    await clickIn(frame, '.others button');
    await until('the decision', async () => (await speakers()).includes('Ruth Lindqvist'));
    await toastSays(frame, 'The others here are corrected, too.');
    await clickIn(frame, '.toast button', 'Undo');
    await until('no decision', async () => (await speakers()).length === 0);
    await clickIn(frame, '.keep-tools button:last-child');
    await until('nothing kept', async () => (await saved()) === null);
    await close(frame);
  });

  it('takes a tag that was used before from the list', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('Riverbank,');
    await until('the tag', async () => tagsOf((await saved()) ?? failed()).includes('Riverbank'));
    await close(frame);
    const other = await openPopover(page, 'Borek, OPEN THEM!', 'Helena Marrow');
    await other.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('riv');
    await clickIn(other, '.offered-tag', 'Riverbank');
    await until('the same tag', () =>
      other.evaluate(() => document.querySelector('.chip')?.textContent === 'Riverbank'),
    );
    await clickIn(other, '.toast button', 'Undo');
    await close(other);
    await ask(library, 'annotations.delete', { id: (await saved())?.id ?? '' });
  });

  it('copies the citation and the link', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await clickIn(frame, '.icon-button[aria-label="Copy as citation"]');
    await toastSays(frame, 'Citation copied.');
    await clickIn(frame, '.icon-button[aria-label="Copy link to these words"]');
    await toastSays(frame, 'Link copied.');
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

  it('writes a note on a person; the toast says so and takes it back', async () => {
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    await frame.evaluate(() => document.querySelector('textarea')?.focus());
    await page.keyboard.type('an engineer');
    await clickIn(frame, '.person-name');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.person-name')?.focus());
    await toastSays(frame, 'Note changed.');
    await clickIn(frame, '.toast button', 'Undo');
    await toastSays(frame, 'Undone: Note changed.');
    await until('an empty note', () =>
      frame.evaluate(() => document.querySelector('textarea')?.value === ''),
    );
    await close(frame);
  });

  it('joins with a person of the library, and the toast parts them', async () => {
    const id = await keepAbroad(library, 'Ruth Ahlgren');
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    await clickIn(frame, '.card-actions button', 'The same person');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type('Ahlg');
    await clickIn(frame, '.picker-person', 'Ruth Ahlgren');
    await toastSays(frame, 'are one person');
    expect(await means(library, 'Ruth Lindqvist', 'Ahlgren')).toBe(true);
    await clickIn(frame, '.toast button', 'Undo');
    await until('two people', async () => !(await means(library, 'Ruth Lindqvist', 'Ahlgren')));
    await close(frame);
    await ask(library, 'annotations.delete', { id });
  });
});
