import type { Page } from 'puppeteer-core';
import { beforeEach } from 'vitest';
import type { Requests } from '#messaging/protocol.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';

/** That a step which is tried once more begins as it did the first time, wherever its first attempt ended. */

/**
 * Within a `describe`: `restore` runs before a second attempt, and never before a first one. It puts away what the first may have left:
 * an open popover, a chosen setting, a word half typed.
 */
export function beforeSecondAttempt(restore: () => Promise<unknown>): void {
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) > 0) await restore();
  });
}

/** What a library holds of passages and settings: so much as the steps of one file keep between them. */
interface Holdings {
  readonly hits: ReturnType<Requests['annotations.search']>;
  readonly settings: ReturnType<Requests['settings.all']>;
  /** What lies in `storage.local`. */
  readonly local: unknown;
}

async function holdingsOf(own: Page): Promise<Holdings> {
  return {
    hits: await ask(own, 'annotations.search', { query: '', limit: 99 }),
    settings: await ask(own, 'settings.all', null),
    local: await own.evaluate('chrome.storage.local.get(null)'),
  };
}

async function giveBack(own: Page, { hits, settings, local }: Holdings): Promise<void> {
  await ask(own, 'storage.wipe', { backups: true });
  await own.evaluate(`chrome.storage.local.set(${JSON.stringify(local)})`);
  for (const { annotation, article } of hits)
    await ask(own, 'annotations.put', { annotation, article, base: null });
  for (const [key, value] of Object.entries(settings)) await ask(own, 'settings.put', { key, value });
}

/**
 * As `beforeSecondAttempt`; before `restore` the library is given what it held before the first attempt, and nothing else.
 * @param ownPage gives a page of ours that is open
 */
export function beforeSecondAttemptWith(ownPage: () => Page, restore: () => Promise<unknown>): void {
  let before: Holdings | null = null;
  beforeEach(async ({ task }) => {
    // A step that ends the browser, as the last of a file, is left nothing to begin with.
    if (!ownPage().browser().connected) return;
    if ((task.result?.retryCount ?? 0) === 0) {
      before = await holdingsOf(ownPage());
      return;
    }
    if (before !== null) await giveBack(ownPage(), before);
    await restore();
  });
}

/**
 * Loads a page of ours anew, where it is: no menu is open in it then, and nothing chosen or half typed. It comes to the front: loaded
 * behind another it would not be drawn, and a list that is not drawn has no rows.
 */
export async function loadOwnAnew(own: Page): Promise<void> {
  await own.bringToFront();
  await own.evaluate(() => {
    Object.assign(window, { isOld: true });
    // What has not been saved is left: nobody is asked.
    addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
    location.reload();
  });
  await until('the page to be loaded anew', () =>
    own.evaluate(() => !('isOld' in window) && document.readyState === 'complete'),
  );
}

/** Closes every page whose address holds this. */
export async function closeAll({ browser, name }: Session, part: string): Promise<void> {
  for (const page of await browser.pages()) {
    // Firefox tells the driver no address of our own pages; in Chromium some page behind answers after half a minute only.
    const address =
      name === 'chromium' ? page.url() : await page.evaluate(() => location.href).catch(() => '');
    if (address.includes(part)) await page.close();
  }
}
