import browser from 'webextension-polyfill';
import { rememberOfTab } from './tab-memory.ts';

const keyOf = (tabId: number): string => `frame:${tabId}`;

/** Remembers what a tab's content script has told its own frame, and forgets what an earlier page's had. */
export async function setFrameSecret(tabId: number, secret: string): Promise<void> {
  await rememberOfTab(tabId, { [keyOf(tabId)]: secret });
}

/** What the popover's frame of this tab must know, or null. */
export async function frameSecret(tabId: number): Promise<string | null> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as string | undefined) ?? null;
}

const thereKeyOf = (tabId: number): string => `frame-there:${tabId}`;

/** Remembers that the frame of a tab has loaded our page: it has told its secret. */
export async function setFrameThere(tabId: number, secret: string): Promise<void> {
  await rememberOfTab(tabId, { [thereKeyOf(tabId)]: secret });
}

/** Whether the frame of a tab has loaded our page. Some pages forbid it. */
export async function isFrameThere(tabId: number): Promise<boolean> {
  const key = thereKeyOf(tabId);
  const said: unknown = (await browser.storage.session.get(key))[key];
  return said !== undefined && said === (await frameSecret(tabId));
}

/** Forgets a tab that has been closed. */
export async function forgetFrameSecret(tabId: number): Promise<void> {
  await browser.storage.session.remove([keyOf(tabId), thereKeyOf(tabId)]);
}
