import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';
import { clearBadge, isArticleTab } from './badge.ts';
import { forgetMenuPeople, showMenuPeople } from './menu-people.ts';

/** A page that is being read is asked again so often, so far apart (ms). */
const tries = 20;
const pause = 300;

/** Takes the number off a tab's icon and its people out of the menu when what it shows is no article any more. */
async function checkTab(tabId: number): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const page = await requestTab(tabId, 'page.state', null).catch(() => null);
    if (page?.state === 'article') return;
    if (page?.state !== 'reading') break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await Promise.all([clearBadge(tabId), forgetMenuPeople(tabId)]);
  await showMenuPeople(tabId).catch(() => null);
}

/** Follows tabs that show an article to where they go: some pages change within the same document, and tell nobody. */
export function followNavigation(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== 'complete') return;
    isArticleTab(tabId)
      .then((known) => (known ? checkTab(tabId) : undefined))
      .catch((error: unknown) => console.error('navigation', error));
  });
}
