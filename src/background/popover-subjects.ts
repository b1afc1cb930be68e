import browser from 'webextension-polyfill';
import { callPopover } from '#messaging/popover-channel.ts';
import type { ArticleAbout, Subject } from '#messaging/protocol.ts';
import { rememberOfTab } from './tab-memory.ts';

/** What a popover was prepared for, kept in memory-backed session storage: it outlives a worker, never a browser. */
export interface Prepared {
  readonly id: string;
  readonly tabId: number;
  readonly source: string;
  readonly about: ArticleAbout;
  readonly subject: Subject;
  /** Whom the reader has chosen in the context menu as the speaker, or null. */
  readonly speaker: string | null;
  /** The page's frame could not show it: the popup does. When that was, in ms since 1970. */
  readonly unshownAt?: number;
  /** A popup has taken it. */
  readonly isTaken?: boolean;
}

const keyOf = (tabId: number): string => `popover:${tabId}`;

/**
 * Keeps what the popover of a tab is to show, and forgets what it showed before.
 * @returns the random id under which that tab's popover, and no other, may ask for it.
 */
export async function prepareSubject(prepared: Omit<Prepared, 'id'>): Promise<string> {
  const id = crypto.randomUUID();
  await rememberOfTab(prepared.tabId, { [keyOf(prepared.tabId)]: { ...prepared, id } });
  await callPopover({ tabId: prepared.tabId, id });
  return id;
}

/** What the popover of this tab is to show, or null. */
export async function preparedSubject(tabId: number): Promise<Prepared | null> {
  const key = keyOf(tabId);
  // Only this file writes here, and only what a guard has let through.
  return ((await browser.storage.session.get(key))[key] as Prepared | undefined) ?? null;
}

/** What was prepared under this id for any tab, for a popup or a panel, which stands in none. */
export async function preparedUnder(id: string): Promise<Prepared | null> {
  const all = await browser.storage.session.get(null);
  for (const [key, value] of Object.entries(all)) {
    const prepared = value as Prepared;
    if (key.startsWith('popover:') && prepared.id === id && prepared.isTaken === true) return prepared;
  }
  return null;
}

/** Notes that the page of a tab could not show what was prepared for it. */
export async function setUnshown(tabId: number): Promise<void> {
  const prepared = await preparedSubject(tabId);
  if (prepared === null) return;
  await browser.storage.session.set({ [keyOf(tabId)]: { ...prepared, unshownAt: Date.now() } });
}

/** A popup that opens later than this, in ms, was opened for something else. */
const freshness = 60_000;

/** Answers once, and soon: the id of what the page of a tab could not show; else null. */
export async function takeUnshown(tabId: number): Promise<string | null> {
  const prepared = await preparedSubject(tabId);
  const { unshownAt = 0, isTaken = false } = prepared ?? {};
  if (prepared === null || isTaken || Date.now() - unshownAt > freshness) return null;
  await browser.storage.session.set({ [keyOf(tabId)]: { ...prepared, isTaken: true } });
  return prepared.id;
}

/** Forgets what a tab's popover was to show. */
export async function forgetSubject(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
