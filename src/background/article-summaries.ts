import browser from 'webextension-polyfill';
import { putDetails } from '#storage/article-details.ts';
import type { Storage } from '#storage/database.ts';
import type { ArticleDetails } from '#storage/record-types.ts';
import { rememberOfTab } from './tab-memory.ts';

const keyOf = (tabId: number): string => `summary:${tabId}`;

/** Keeps what was detected on a tab's article: in the store when the article is kept, else until it may be. */
export async function rememberSummary(
  storage: Storage,
  tabId: number,
  details: ArticleDetails,
): Promise<void> {
  await rememberOfTab(tabId, { [keyOf(tabId)]: details });
  await putDetails(storage, details);
}

/** Stores what was detected in an article that has just been kept, as long as a tab shows it. */
export async function storeSummary(storage: Storage, source: string): Promise<void> {
  const session = await browser.storage.session.get(null);
  for (const [key, value] of Object.entries(session)) {
    // Only this file writes under such keys.
    const details = value as ArticleDetails;
    if (key.startsWith('summary:') && details.source === source) await putDetails(storage, details);
  }
}

/** Forgets a tab that has been closed. */
export async function forgetSummary(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
