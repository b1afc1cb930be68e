import type { Page } from 'puppeteer-core';

/** The names of the requests that the page has made, and their inputs as JSON. */
export function calls(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    'galleryCalls.map(({ name, input }) => `${name} ${JSON.stringify(input)}`)',
  ) as Promise<string[]>;
}

/** What has the focus: its words, its name, or what kind of element it is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? (element?.textContent || element?.localName) ?? '';
  });
}

/** Presses keys one after another and lets the answers come. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
