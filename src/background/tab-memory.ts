import browser from 'webextension-polyfill';

/**
 * Remembers something of a tab in the memory of this session: `lifecycle.ts` forgets it when the tab is closed. A tab may be closed
 * while its page is still being read: what would be written after its end, when nothing comes any more to forget it, is taken away
 * again, for it would lie there until the browser is closed, and that memory is small.
 * @param entry by key; each key names the tab
 */
export async function rememberOfTab(tabId: number, entry: Readonly<Record<string, unknown>>): Promise<void> {
  await browser.storage.session.set({ ...entry });
  // Nobody waits for it: the popover is not to open later for this.
  forgetIfGone(tabId, Object.keys(entry)).catch((error: unknown) => console.error('tab', error));
}

async function forgetIfGone(tabId: number, keys: string[]): Promise<void> {
  const isThere = await browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
  if (!isThere) await browser.storage.session.remove(keys);
}
