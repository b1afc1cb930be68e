import type { Page } from 'puppeteer-core';
import { until } from '#scripts/driver/session.ts';

/** Steps on a page of ours that stands in a tab. */

/** Clicks what a selector finds, and what holds these words where any are given, once it is there and can be clicked. */
export function press(page: Page, selector: string, words = ''): Promise<boolean> {
  return until(`${selector} ${words}`, () =>
    page.evaluate(
      (wanted, part) => {
        const all = [...document.querySelectorAll<HTMLElement>(wanted)];
        const found = all.find(
          (one) => (one.textContent?.includes(part) ?? false) && !one.matches(':disabled'),
        );
        found?.click();
        return found !== undefined;
      },
      selector,
      words,
    ),
  );
}

/**
 * Clicks what a selector finds with the real mouse, once it can be clicked: of files that a page hands over without the reader's hand
 * Chromium takes ten.
 */
export async function click(page: Page, selector: string): Promise<void> {
  const enabled = `${selector}:not(:disabled)`;
  await until(selector, () => isThere(page, enabled));
  await page.click(enabled);
}

/**
 * Whether the page has such an element. Asked within the page: a handle of the driver's would keep the element, and all that it stood in,
 * for as long as the page lives.
 */
export function isThere(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
}

/** Writes into a field as a hand does, but at once. */
export function write(page: Page, selector: string, text: string): Promise<boolean> {
  return until(selector, () =>
    page.evaluate(
      (wanted, value) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
        if (field === null) return false;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      selector,
      text,
    ),
  );
}

/** Waits until the page shows these words. */
export function shows(page: Page, words: string): Promise<boolean> {
  return until(`“${words}”`, () => page.evaluate((text) => document.body.textContent.includes(text), words));
}

/** Goes to a view of the library by its fragment and waits until it shows these words. */
export async function goTo(library: Page, fragment: string, words: string): Promise<void> {
  await library.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await until(`the view ${fragment}`, () =>
    library.evaluate(
      (text) =>
        document.querySelector('main [aria-busy="true"]') === null &&
        (document.querySelector('main')?.textContent ?? '').includes(text),
      words,
    ),
  );
}

/** Chooses files in the open dialogue that brings them in. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await until('the file field', () => isThere(page, '.import-file'));
  const field = await page.$('input.import-file');
  if (field === null) throw new Error('no file field');
  await field.uploadFile(...paths);
  await field.dispose();
}
