import browser from 'webextension-polyfill';
import { request } from '#messaging/client.ts';

/**
 * A page that forbids our frame has just wanted to show something in its popover: the popup shows the same. Answers whether it does;
 * then the popup's own page is left.
 */
export async function showUnshown(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return false;
  const id = await request('popover.unshownOf', { tabId: tab.id }).catch(() => null);
  if (id === null) return false;
  location.replace(`../popover/popover.html#${id}`);
  return true;
}
