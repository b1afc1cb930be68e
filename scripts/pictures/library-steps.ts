import type { Page } from 'puppeteer-core';
import { until } from '../driver/session.ts';

/** The library's page as the pictures go through it. */

/** Goes to a part of the library, `#/people` say, and waits for what stands there. */
export async function goTo(library: Page, fragment: string, selector: string): Promise<void> {
  await library.evaluate((to) => {
    location.hash = to;
  }, fragment);
  await until(selector, async () => (await library.$(selector)) !== null);
}

/** Opens the first article, with its passages. */
export async function openArticle(library: Page): Promise<void> {
  await library.bringToFront();
  await until('the article', async () => (await library.$('.list-row-title a')) !== null);
  await library.click('.list-row-title a');
  await until('its passages', async () => (await library.$('.record-foot')) !== null);
}

/** Opens the page of the person of this name. */
export async function openPerson(library: Page, name: string): Promise<void> {
  await goTo(library, '#/people', '.list-row-title a');
  await until(name, () =>
    library.evaluate((wanted) => {
      const links = [...document.querySelectorAll<HTMLElement>('.list-row-title a')];
      const link = links.find(({ textContent }) => textContent === wanted);
      link?.click();
      return link !== undefined;
    }, name),
  );
  await until('the page of a person', async () => (await library.$('.person-head')) !== null);
}

/** Opens the formats for what is shown. */
export async function openExport(library: Page): Promise<void> {
  await library.click('.export-open-place .button');
  await until('the formats', async () => (await library.$('.format-row')) !== null);
}
