import type { Frame } from 'puppeteer-core';
import { type Surface, until } from '#scripts/driver/session.ts';

/** Steps of the main job, in the popover and in the popup. */

/** What the popover shows of a passage that was edited since: the words as they were kept, and what is new among them. */
export function changedWords(frame: Frame): Promise<{ kept: string; added: (string | undefined)[] }> {
  return frame.evaluate(() => ({
    kept: [...(document.querySelector('.words-before')?.childNodes ?? [])]
      .filter(({ nodeName }) => nodeName !== 'INS')
      .map(({ textContent }) => textContent)
      .join('')
      // The spaces on both sides of what is new.
      .replaceAll(/\s+/g, ' '),
    added: [...document.querySelectorAll('ins')].map(({ textContent }) => textContent?.trim()),
  }));
}

/** Says in the popover that what is shown is no quotation. */
export async function refuse(frame: Frame): Promise<void> {
  await frame.evaluate(() => document.querySelector<HTMLElement>('.corrections-open button')?.click());
  await until('the refusal', () =>
    frame.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.querySelector('span')?.textContent === 'Not a quotation',
      );
      button?.click();
      return button !== undefined;
    }),
  );
}

/** Types into the popup's search, once the article is shown, and waits until these words are among the hits. */
export async function findInPopup(popup: Surface, query: string, words: string): Promise<void> {
  await until('the article in the popup', () =>
    popup.run((document) => document.body.textContent.includes('Helena Marrow')),
  );
  await popup.run((document, typed) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('no search field');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, query);
  await until('the note among the hits', () =>
    popup.run((document, wanted) => document.body.textContent.includes(wanted), words),
  );
}

/** What one hears of the quotation that the popover shows. */
export const heard = (frame: Frame): Promise<string> =>
  frame.$eval('.popover > [role=status]', ({ textContent }) => textContent ?? '');

/** What one hears of where one is: `[3, 20]` is the third of twenty. */
export const rank = async (frame: Frame): Promise<number[]> =>
  [...(await heard(frame)).matchAll(/\d+/gu)].slice(-2).map(Number);
