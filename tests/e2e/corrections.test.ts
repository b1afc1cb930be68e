import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask, pageStates } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { loadAnew, paintedWords } from './page-steps.ts';
import { keepAbroad, means, toastSays } from './popover-steps.ts';
import { openSampleSite, publisher, type SampleSite } from './sample-site.ts';
import { beforeSecondAttemptWith } from './second-attempt.ts';

/** The reader corrects the machine, on the built extension: by key alone and by mouse, and it holds after a reload. */

const words = 'I have read the map and I have read the mood';
const source = `https://${publisher}/sample/article.html`;

/** Presses a key with Ctrl held, and the keys before it. */
async function withControl(page: Page, ...keys: readonly ('Shift' | 'z')[]): Promise<void> {
  const held = ['Control', ...keys.slice(0, -1)] as const;
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(keys.at(-1) ?? 'z');
  for (const key of held.toReversed()) await page.keyboard.up(key);
}

describe.each([
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: startFirefox },
])('corrections in $name', ({ start }) => {
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

  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await popoverGone(page);
  };
  const saved = async () => {
    const { items } = await ask(library, 'library.search', {
      query: 'mood',
      filter: {},
      order: 'newest',
      offset: 0,
      limit: 9,
    });
    return items[0]?.annotation ?? null;
  };
  const shows = (frame: Frame, text: string) =>
    until(`“${text}” in the popover`, () =>
      frame.evaluate((wanted) => document.body.textContent.includes(wanted), text),
    );
  const people = async (): Promise<string[]> => {
    const [state] = await pageStates(library);
    return state?.state === 'article' ? state.people.map(({ name }) => name) : [];
  };

  it('names another speaker by S, a part of the name and Enter; Ctrl+Z takes it back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await page.keyboard.press('s');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type('lindq');
    await page.keyboard.press('Enter');
    await until('the correction', async () => (await saved())?.quotation?.speaker === 'Ruth Lindqvist');
    expect((await saved())?.quotation).toMatchObject({
      status: 'corrected',
      detectedSpeaker: 'Helena Marrow',
    });
    await shows(frame, 'Corrected by you');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until('nothing kept', async () => (await saved()) === null);
    await close();
  });

  it('confirms by Y, is no quotation by N; Ctrl+Z takes it back, Ctrl+Shift+Z does it again', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const confirmed = async () => (await saved())?.quotation?.status === 'confirmed';
    const refused = (isRefused: boolean) =>
      until(isRefused ? 'the refusal' : 'no refusal', () =>
        frame.evaluate(
          (wanted) => (document.querySelector('.not-a-quotation') !== null) === wanted,
          isRefused,
        ),
      );
    await page.keyboard.press('y');
    await toastSays(frame, 'Speaker confirmed.');
    await until('the word', confirmed);
    await page.keyboard.press('n');
    await refused(true);
    await withControl(page, 'z');
    await refused(false);
    await until('the word before', confirmed);
    await withControl(page, 'Shift', 'z');
    await refused(true);
    await withControl(page, 'z');
    await withControl(page, 'z');
    await until('nothing kept', async () => (await saved()) === null);
    await toastSays(frame, 'Undone: Speaker confirmed.');
    await close();
  });

  it('names the speaker of the others here, too, by S and A; Ctrl+Z takes that back', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const speakers = async (): Promise<readonly unknown[]> =>
      (await ask(library, 'decisions.ofArticle', { source })).map(({ value }) => value);
    await page.keyboard.press('s');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type('lindq');
    await page.keyboard.press('Enter');
    await until('the offer', () => frame.evaluate(() => document.querySelector('.others button') !== null));
    await page.keyboard.press('a');
    await until('the decision', async () => (await speakers()).includes('Ruth Lindqvist'));
    await withControl(page, 'z');
    await until('no decision', async () => (await speakers()).length === 0);
    await withControl(page, 'z');
    await until('nothing kept', async () => (await saved()) === null);
    await close();
  });

  it('takes a tag that was used before from the list by the arrow and Enter, and copies the link by L', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('Riverbank,');
    await until('the tag', async () => ((await saved())?.body.length ?? 0) === 1);
    await close();
    const other = await openPopover(page, 'Borek, OPEN THEM!', 'Helena Marrow');
    await page.keyboard.press('l');
    await toastSays(other, 'Link copied.');
    await other.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type('riv');
    await until('the list', () => other.evaluate(() => document.querySelector('.offered-tag') !== null));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('the same tag', () =>
      other.evaluate(() => document.querySelector('.chip')?.textContent === 'Riverbank'),
    );
    await toastSays(other, 'Tags changed.');
    await other.evaluate(() => document.querySelector<HTMLElement>('.style-button')?.focus());
    await withControl(page, 'z');
    await toastSays(other, 'Undone: Tags changed.');
    await close();
    await ask(library, 'annotations.delete', { id: (await saved())?.id ?? '' });
  });

  it('moves the end by a word from the keyboard, with the mark on the page, and changes the kind by I', async () => {
    const frame = await openPopover(page, words, 'Helena Marrow');
    const before = await frame.evaluate(() => document.querySelector('blockquote')?.textContent ?? '');
    await page.keyboard.press('b');
    await until('the ends', () => frame.evaluate(() => document.activeElement?.role === 'group'));
    await page.keyboard.press('ArrowRight');
    await until('a shorter passage', async () => ((await saved())?.quotation?.detectedExact ?? '') !== '');
    const after = await until('other words', () =>
      frame.evaluate((old) => {
        const now = document.querySelector('blockquote')?.textContent ?? '';
        return now !== old && now;
      }, before),
    );
    expect(before.endsWith(after)).toBe(true);
    await until('the mark to follow', async () =>
      (await paintedWords(page)).some(
        (text) => text.replaceAll(/\s+/g, ' ').trim() === after.replaceAll(/\s+/g, ' ').trim(),
      ),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await until('the kind', async () => (await saved())?.quotation?.kind === 'mixed');
    expect((await saved())?.quotation?.detectedKind).toBe('direct');
    await close();
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    const again = await openPopover(page, words.slice(8), 'Corrected by you');
    expect(await again.evaluate(() => document.querySelector('blockquote')?.textContent)).toBe(after);
    await close();
    await ask(library, 'annotations.delete', { id: (await saved())?.id ?? '' });
  });

  it('joins two names and takes a name out by key; both hold after a reload and can be taken back', async () => {
    expect(await people()).toContain('Ruth Lindqvist');
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    await page.keyboard.press('m');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type('Helena M');
    await page.keyboard.press('Enter');
    await until('one person less', async () => !(await people()).includes('Ruth Lindqvist'));
    await close();
    await page.reload({ waitUntil: 'load' });
    await untilPainted(page, 20);
    await until('the people', async () => (await people()).length > 0);
    expect(await people()).not.toContain('Ruth Lindqvist');
    const joined = await openPopover(page, 'Ruth Lindqvist', 'you said');
    await joined.evaluate(() => document.querySelector<HTMLElement>('.machine-head button')?.click());
    await until('both again', async () => (await people()).includes('Ruth Lindqvist'));
    await close();

    await openPopover(page, 'Ruth Lindqvist', 'Not a person');
    await page.keyboard.press('n');
    await until('nobody', async () => !(await people()).includes('Ruth Lindqvist'));
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until('somebody again', async () => (await people()).includes('Ruth Lindqvist'));
    await close();
  });

  it('writes a note on a person and joins with a person of the library by M; Ctrl+Z takes each back', async () => {
    const id = await keepAbroad(library, 'Ruth Ahlgren');
    const frame = await openPopover(page, 'Ruth Lindqvist', 'Ruth Lindqvist');
    await frame.evaluate(() => document.querySelector('textarea')?.focus());
    await page.keyboard.type('an engineer');
    await page.keyboard.press('Tab');
    await toastSays(frame, 'Note changed.');
    await frame.evaluate(() => document.querySelector<HTMLElement>('.person-name')?.focus());
    await withControl(page, 'z');
    await toastSays(frame, 'Undone: Note changed.');
    await page.keyboard.press('m');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type('Ahlg');
    await until('who is in the library', () =>
      frame.evaluate(
        () => document.querySelector('.picker-person')?.textContent.includes('Ahlgren') ?? false,
      ),
    );
    await page.keyboard.press('Enter');
    await toastSays(frame, 'are one person');
    expect(await means(library, 'Ruth Lindqvist', 'Ahlgren')).toBe(true);
    await withControl(page, 'z');
    await until('two people', async () => !(await means(library, 'Ruth Lindqvist', 'Ahlgren')));
    await close();
    await ask(library, 'annotations.delete', { id });
  });

  it('drags the end of the open mark to another word', async () => {
    await openPopover(page, words, 'Helena Marrow');
    const [from, to] = await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.replaceAll(/\s/g, ' ').indexOf(wanted);
        if (at < 0) continue;
        const point = (offset: number) => {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left, y: top + height / 2 };
        };
        return [point(at), point(at + 7)];
      }
      throw new Error('no words');
    }, words);
    if (!from || !to) throw new Error('no places');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await until('the new beginning', async () => (await saved())?.quotation?.detectedExact !== undefined);
    await until('the words from there', async () =>
      (await paintedWords(page)).some((text) => text.replaceAll(/\s+/g, ' ').startsWith('read the map')),
    );
    await close();
  });
});
