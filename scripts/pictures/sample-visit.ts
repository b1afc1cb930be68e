import type { Frame, Page } from 'puppeteer-core';
import { startChromium, type ChromiumSession } from '../driver/chromium.ts';
import { openPopover, popoverGone, untilPainted, writeNote } from '../driver/main-job.ts';
import { until } from '../driver/session.ts';
import { serve } from '../serve.ts';

/** What is kept of the sample article for the pictures: words to click, what the popover says, and a note. */
interface Keep {
  readonly words: string;
  readonly expected: string;
  readonly note?: string;
}

/** The passage that the pictures open the popover on. */
export const shown: Keep = {
  words: 'I have read the map and I have read the mood',
  expected: 'Helena Marrow',
  note: 'Both capitals say Friday: ask the court when papers are due.',
};

const others: readonly Keep[] = [
  {
    words: 'A turbine that needs new bearings',
    expected: 'Borek Havlin',
    note: 'Who has seen the *bearings*?',
  },
  { words: 'My suitcase has not been unpacked', expected: 'Ruth Lindqvist' },
  {
    words: 'I take no pleasure in the sight',
    expected: 'Helena Marrow',
    note: 'Written, not said: on Agora.',
  },
  { words: 'What I hear from Secretary Calloway', expected: 'Maud Okonjo' },
  { words: 'Nobody in Brezna hates us', expected: 'Wanda Brill', note: 'Call her for the follow-up.' },
];

/** The sample article, open in a browser with the extension on. */
export interface SampleVisit {
  readonly session: ChromiumSession;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens the built extension on the sample article, in a window of this size in CSS px. */
export async function visitSample(size: {
  readonly width: number;
  readonly height: number;
}): Promise<SampleVisit> {
  const site = await serve('tests/fixtures');
  const session = await startChromium({ size });
  const page = await session.open(`${site.origin}/sample/article.html`);
  await page.bringToFront();
  await untilPainted(page, 20);
  return {
    session,
    page,
    async close() {
      await session.close();
      await site.close();
    },
  };
}

/** Opens the popover on a passage as a reader does. */
export function openOn(page: Page, { words, expected }: Keep): Promise<Frame> {
  return openPopover(page, words, expected);
}

async function keep(page: Page, what: Keep): Promise<void> {
  const frame = await openOn(page, what);
  if (what.note === undefined) {
    await page.keyboard.press('k');
    await until('it to be kept', () => frame.evaluate(() => document.body.textContent.includes('Kept')));
  } else await writeNote(page, frame, what.note);
  await page.keyboard.press('Escape');
  await popoverGone(page);
}

/** Keeps some passages of the article, with notes, by click and key. */
export async function keepSome(page: Page): Promise<void> {
  for (const what of [...others, shown]) await keep(page, what);
}
