import type { Frame, Page } from 'puppeteer-core';
import { noteOf } from '#core/annotation-edit.ts';
import { openPopover, popoverGone, untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { articles, type Machine } from './two-machines.ts';

/** What a reader does on one machine, with the article and the library as they are. */

/** Words of the quotation that most of it is about, and whose they are. */
export const words = 'I have read the map and I have read the mood';
export const speaker = 'Helena Marrow';

/** Opens an article in a tab of its own, does something there, and closes it: a step that is tried again begins with nothing open. */
async function onArticle<T>(
  { session }: Machine,
  address: string,
  visit: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await session.open(address);
  try {
    await page.bringToFront();
    await untilPainted(page, 20);
    return await visit(page);
  } finally {
    await page.close();
  }
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await popoverGone(page);
}

const press = (frame: Frame, selector: string): Promise<boolean> =>
  until(selector, () =>
    frame.evaluate((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted);
      found?.click();
      return found !== null;
    }, selector),
  );

/** Writes at the end of the note on a quotation, which is kept by that, with real keys in the popover beside the article. */
export function noteOn(
  machine: Machine,
  text: string,
  at: { article?: string; on?: string } = {},
): Promise<void> {
  const { article = articles[0], on = words } = at;
  return onArticle(machine, article, async (page) => {
    const frame = await openPopover(page, on, speaker);
    await press(frame, '.note-head button, textarea.note-input');
    await until('the field', () =>
      frame.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('textarea.note-input');
        field?.focus();
        field?.setSelectionRange(field.value.length, field.value.length);
        return field !== null && document.activeElement === field;
      }),
    );
    await page.keyboard.type(text, { delay: 5 });
    await until(`“${text}” in the library`, async () => (await hitsOf(machine, text)).length > 0);
    await close(page);
  });
}

/** Gives a quotation a tag, in the popover. */
export function tagOn(machine: Machine, tag: string, on = words): Promise<void> {
  return onArticle(machine, articles[0], async (page) => {
    const frame = await openPopover(page, on, speaker);
    await frame.evaluate(() => document.querySelector<HTMLElement>('.tag-text')?.focus());
    await page.keyboard.type(`${tag},`);
    await until(`the tag ${tag}`, async () => (await tagsOf(machine)).includes(tag));
    await close(page);
  });
}

/** Says in the popover, by keys, that somebody else has said it. `typed` is a part of the name. */
export function correctSpeaker(machine: Machine, on: string, typed: string, name: string): Promise<void> {
  return onArticle(machine, articles[0], async (page) => {
    const frame = await openPopover(page, on, on);
    await page.keyboard.press('s');
    await until('the list', () => frame.evaluate(() => document.activeElement?.role === 'combobox'));
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await until('the correction', async () => (await speakersOf(machine)).includes(name));
    await close(page);
  });
}

/** The words of the popover on a quotation of an article that is opened anew, once they hold these. */
export function popoverShows(machine: Machine, texts: readonly string[], on = words): Promise<void> {
  return onArticle(machine, articles[0], async (page) => {
    const frame = await openPopover(page, on, 'Kept');
    for (const text of texts)
      await until(`“${text}” in the popover`, () =>
        frame.evaluate((wanted) => {
          const values = [...document.querySelectorAll('textarea')].map(({ value }) => value);
          return [document.body.innerText, ...values].join(' ').includes(wanted);
        }, text),
      );
    await close(page);
  });
}

/** Opens the library on a view, waits until it shows these words, and does something there. */
export async function inLibrary(
  { session }: Machine,
  view: string,
  shown: readonly string[],
  visit: (library: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const library = await session.openOwn(`src/library/library.html${view}`);
  try {
    await library.bringToFront();
    for (const text of shown)
      await until(`“${text}” in the library`, () =>
        library.evaluate((wanted) => document.body.innerText.includes(wanted), text),
      );
    await visit(library);
  } finally {
    await library.close();
  }
}

/** Clicks what matches and holds these words, once it is there. */
export const click = (library: Page, selector: string, text: string): Promise<boolean> =>
  until(`“${text}” to click`, () =>
    library.evaluate(
      (wanted, part) => {
        const all = [...document.querySelectorAll<HTMLElement>(wanted)];
        const found = all.find((element) => element.textContent?.includes(part));
        found?.click();
        return found !== undefined;
      },
      selector,
      text,
    ),
  );

/** Deletes what holds these words, in the library's list of notes. */
export function deleteInLibrary(machine: Machine, text: string): Promise<void> {
  return inLibrary(machine, '#/notes', [text], async (library) => {
    await until('the button', () =>
      library.evaluate((wanted) => {
        const records = [...document.querySelectorAll('.record')];
        const record = records.find(({ textContent }) => textContent?.includes(wanted));
        const buttons = [...(record?.querySelectorAll<HTMLElement>('button') ?? [])];
        const button = buttons.find(
          (one) => one.textContent?.trim() === 'Delete' || one.ariaLabel === 'Delete',
        );
        button?.click();
        return button !== undefined;
      }, text),
    );
    await until('it to be deleted', async () => (await hitsOf(machine, text)).length === 0);
  });
}

/** What the library finds. */
export const hitsOf = ({ own }: Pick<Machine, 'own'>, query: string): Promise<readonly SearchHit[]> =>
  ask(own, 'annotations.search', { query: `"${query}"`, limit: 99 });

const everything = (machine: Machine): Promise<readonly SearchHit[]> =>
  ask(machine.own, 'annotations.search', { query: '', limit: 99 });

/** Every note. */
export const notesOf = async (machine: Machine): Promise<readonly string[]> =>
  (await everything(machine)).map(({ annotation }) => noteOf(annotation));

/** Every tag that is given. */
export const tagsOf = async (machine: Machine): Promise<readonly string[]> =>
  (await everything(machine)).flatMap(({ annotation }) =>
    annotation.body.flatMap(({ purpose, value }) => (purpose === 'tagging' ? [value] : [])),
  );

/** The speaker of every quotation. */
export const speakersOf = async (machine: Machine): Promise<readonly string[]> =>
  (await everything(machine)).flatMap(({ annotation: { quotation } }) => quotation?.speaker ?? []);
