import browser from 'webextension-polyfill';
import { request } from './client.ts';

/** The key in `storage.session` (which no content script can read) under which a tab's popover finds its subject. */
export const popoverKey = (tabId: number): string => `popover:${tabId}`;

/**
 * Calls back with the one-time id of what this page's popover is to show, now and whenever the page opens it for something else.
 * The id comes through session storage and not through the frame's address: Chromium loads a frame with a dynamic address anew at
 * every change of its fragment, and each change would stand in the page's history.
 */
export async function followSubject(callback: (id: string) => void, signal: AbortSignal): Promise<void> {
  const { tabId, id } = await request('popover.hello', null);
  if (signal.aborted) return;
  let last: string | null = null;
  const tell = (next: string | null): void => {
    if (next === null || next === last) return;
    last = next;
    callback(next);
  };
  const key = popoverKey(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const value = changes[key]?.newValue;
    if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string')
      tell(value.id);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener), {
    once: true,
  });
  tell(id);
  // What was prepared while we asked and before we listened.
  tell((await request('popover.hello', null)).id);
}
