import browser from 'webextension-polyfill';
import { isKept } from '#core/annotation-kept.ts';
import type { Annotation } from '#core/annotation.ts';
import { requestTab } from '#messaging/client.ts';
import { rememberOfTab } from './tab-memory.ts';

/** How many records a reader has kept, in the few characters that a badge holds; the bare refusal of a detection is none. */
function badgeText(annotations: readonly Annotation[]): string {
  const kept = annotations.filter(isKept).length;
  if (kept === 0) return '';
  return kept > 999 ? '999+' : String(kept);
}

/** One key a tab, so that two tabs that open at once do not overwrite one another. */
const prefix = 'article:';

/** Shows on a tab's icon how much is kept of its article, and remembers that the tab shows one. */
export async function showOnBadge(tabId: number, annotations: readonly Annotation[]): Promise<void> {
  await rememberOfTab(tabId, { [prefix + tabId]: true });
  await browser.action.setBadgeBackgroundColor({ color: '#5b4636' });
  await browser.action.setBadgeText({ tabId, text: badgeText(annotations) });
}

/** Whether a tab has shown an article. */
export async function isArticleTab(tabId: number): Promise<boolean> {
  return prefix + tabId in (await browser.storage.session.get(prefix + tabId));
}

/** The tab shows no article any more. It is remembered all the same: it may go back to one. */
export async function clearBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
}

/** Makes every open article fetch its records and paint again; its icon is counted anew on the way. */
export async function refreshArticleTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
  const tabIds = keys.map((key) => Number(key.slice(prefix.length)));
  await Promise.all(tabIds.map((tabId) => requestTab(tabId, 'page.refresh', null).catch(() => null)));
}

/** Forgets a tab that has been closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(prefix + tabId);
}
