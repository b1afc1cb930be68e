import browser from 'webextension-polyfill';
import { callPopover } from '#messaging/popover-channel.ts';
import type { ArticleAbout, Subject } from '#messaging/protocol.ts';

/** What a popover was prepared for, kept in memory-backed session storage: it outlives a worker, never a browser. */
export interface Prepared {
  readonly id: string;
  readonly tabId: number;
  readonly source: string;
  readonly about: ArticleAbout;
  readonly subject: Subject;
  /** Whom the reader has chosen in the context menu as the speaker, or null. */
  readonly speaker: string | null;
}

const keyOf = (tabId: number): string => `popover:${tabId}`;

/**
 * Keeps what the popover of a tab is to show, and forgets what it showed before.
 * @returns the random id under which that tab's popover, and no other, may ask for it.
 */
export async function prepareSubject(prepared: Omit<Prepared, 'id'>): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(prepared.tabId)]: { ...prepared, id } });
  await callPopover({ tabId: prepared.tabId, id });
  return id;
}

/** What the popover of this tab is to show, or null. */
export async function preparedSubject(tabId: number): Promise<Prepared | null> {
  const key = keyOf(tabId);
  // Only this file writes here, and only what a guard has let through.
  return ((await browser.storage.session.get(key))[key] as Prepared | undefined) ?? null;
}

/** Forgets what a tab's popover was to show. */
export async function forgetSubject(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
