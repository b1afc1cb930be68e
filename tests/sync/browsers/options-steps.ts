import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '#scripts/driver/session.ts';

/** What a reader does in the options' section about sync: real clicks, since the browser is asked for access within them. */

/** The last control that is seen and says this: a dialogue's stands after the page's. */
function byWords(page: Page, selector: string, words: string): Promise<ElementHandle<HTMLElement>> {
  return until(`${selector} ${words}`, async () => {
    const handle = await page.evaluateHandle(
      (wanted, said) =>
        [...document.querySelectorAll<HTMLElement>(wanted)].findLast(
          (one) => one.textContent.trim() === said && one.checkVisibility(),
        ) ?? null,
      selector,
      words,
    );
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  });
}

export async function clickButton(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  const button = await byWords(page, 'button', words);
  await button.scrollIntoView();
  await button.click();
}

/** Fills in a field by its label, in place of what it holds. */
export async function fillIn(page: Page, label: string, value: string): Promise<void> {
  const found = await byWords(page, 'label', label);
  await found.evaluate((element, typed) => {
    const field = document.getElementById(element.getAttribute('for') ?? '');
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error('no field');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

export const sectionWords = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('section[aria-labelledby="sync"]')?.textContent ?? '');

export function untilSays(page: Page, words: string): Promise<unknown> {
  return until(
    `the options say ${words}`,
    async () => {
      const said = await sectionWords(page);
      if (!said.includes(words)) throw new Error(said);
      return true;
    },
    60_000,
  );
}
