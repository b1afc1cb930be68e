import type { Page } from 'puppeteer-core';

/** So many controls stand on no page of ours before the one that is looked for. */
const most = 120;

async function tabUntil(
  page: Page,
  what: string,
  isThere: () => Promise<boolean>,
  back: boolean,
): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await isThere()) return;
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error(`Tab does not lead to ${what}`);
}

/** Goes with Tab until what has the focus matches a selector; or back, with Shift. */
export function tabTo(page: Page, selector: string, back = false): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  return tabUntil(page, selector, isThere, back);
}

/** Goes with Tab until what has the focus has this name, by its label or its words; or back, with Shift. */
export function tabToNamed(page: Page, name: string, back = false): Promise<void> {
  const isThere = (): Promise<boolean> =>
    page.evaluate((wanted) => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return false;
      return (activeElement.getAttribute('aria-label') ?? activeElement.textContent?.trim()) === wanted;
    }, name);
  return tabUntil(page, `“${name}”`, isThere, back);
}
