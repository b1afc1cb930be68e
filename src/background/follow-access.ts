import browser from 'webextension-polyfill';
import { coversHost } from '#core/covers-host.ts';
import { isHeld } from '#messaging/access.ts';
import { requestTab } from '#messaging/client.ts';
import { tellPopoverOfEnd } from '#messaging/popover-channel.ts';
import { clearBadge } from './badge.ts';
import { forgetMenuPeople, showMenuPeople } from './menu-people.ts';
import { bumpRevision } from './revision.ts';

/**
 * Ends our script on the open pages of sites that the reader takes back, by us or by the browser's own switch: the browsers let it go on
 * until the page is loaded anew. What is being written stays, and can be saved.
 */
export function followAccess(): void {
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length === 0) return;
    endOnTabs(origins).catch((error: unknown) => console.error('access', error));
  });
}

/** @param taken the match patterns that are ours no more */
async function endOnTabs(taken: readonly string[]): Promise<void> {
  // Without access no address is told to us: every tab is asked, and those without our script do not answer.
  const tabs = await browser.tabs.query({ discarded: false });
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.all(ids.map((id) => endOnTab(id, taken).catch(() => null)));
  // Surfaces that show one of these pages look again.
  await bumpRevision();
}

async function endOnTab(tabId: number, taken: readonly string[]): Promise<void> {
  const { site } = await requestTab(tabId, 'page.marks', null);
  // A page on which we were run once, by a click, was never ours by any of these; and one pattern may be held within another.
  if (!taken.some((pattern) => coversHost(pattern, site)) || (await isHeld(site))) return;
  await tellPopoverOfEnd(tabId);
  await requestTab(tabId, 'page.end', null);
  await Promise.all([clearBadge(tabId), forgetMenuPeople(tabId)]);
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (active?.id === tabId) await showMenuPeople(tabId);
}
