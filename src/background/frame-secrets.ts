import browser from 'webextension-polyfill';

const keyOf = (tabId: number): string => `frame:${tabId}`;

/** Remembers what a tab's content script has told its own frame, and forgets what an earlier page's had. */
export async function setFrameSecret(tabId: number, secret: string): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: secret });
}

/** What the popover's frame of this tab must know, or null. */
export async function frameSecret(tabId: number): Promise<string | null> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as string | undefined) ?? null;
}

/** Forgets a tab that has been closed. */
export async function forgetFrameSecret(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
