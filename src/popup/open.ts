import browser from 'webextension-polyfill';
import type { Annotation } from '#core/annotation.ts';
import { quoteOf } from '#core/annotation-passage.ts';
import { textFragmentLink } from '#core/text-fragment.ts';

/** Opens a page of ours in a tab, and closes the popup. */
export async function openPage(page: 'library' | 'options'): Promise<void> {
  if (page === 'options') await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL('src/library/library.html') });
  close();
}

/** Opens the article of a kept passage at the passage, in a new tab, and closes the popup. */
export async function openArticle(annotation: Annotation): Promise<void> {
  const { source } = annotation.target;
  if (!/^https?:/u.test(source)) return;
  const quote = quoteOf(annotation);
  await browser.tabs.create({ url: quote === null ? source : textFragmentLink(source, quote) });
  close();
}

/** Loads a tab's page again, so that our script starts on it, and closes the popup. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
  close();
}
