import type { Page } from 'puppeteer-core';
import type { PageState, Requests } from '../../src/messaging/protocol.ts';
import type { SyncRequests } from '../../src/messaging/sync-protocol.ts';

type OwnRequests = Requests & SyncRequests;

/** What a page of ours in a tab (the library, say) can ask for, for tests that look behind the surfaces. */

interface Answer {
  readonly ok: boolean;
  readonly value: unknown;
  readonly error?: string;
}

async function valueOf(page: Page, source: string): Promise<unknown> {
  // As text: of an object that stands in an answer twice Firefox's driver gives the second only as a reference, which is lost.
  const text = (await page.evaluate(`${source}.then((reply) => JSON.stringify(reply))`)) as string;
  const reply = JSON.parse(text) as Answer;
  if (!reply.ok) throw new Error(`${source}: ${reply.error}`);
  return reply.value;
}

/** Asks the background as a page of ours does. */
export async function ask<Name extends keyof OwnRequests>(
  ownPage: Page,
  name: Name,
  input: Parameters<OwnRequests[Name]>[0],
): Promise<ReturnType<OwnRequests[Name]>> {
  const source = `chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`;
  return (await valueOf(ownPage, source)) as ReturnType<OwnRequests[Name]>;
}

/** What our content script says of each tab in which it runs, the tab opened last first. Tabs' addresses are hidden from us. */
export async function pageStates(ownPage: Page): Promise<readonly PageState[]> {
  const message = JSON.stringify({ name: 'page.state', input: null });
  const replies = (await ownPage.evaluate(`chrome.tabs.query({}).then((tabs) => Promise.all(
    tabs.map(({ id }) => chrome.tabs.sendMessage(id, ${message}, { frameId: 0 }).catch(() => null))))`)) as (Answer | null)[];
  return replies.flatMap((reply) => (reply?.ok ? [reply.value as PageState] : [])).toReversed();
}

/** Has our script in every tab do something, as the context menu and the keys have it in the tab in front. Answers what each says. */
export async function tellPages(
  ownPage: Page,
  name:
    | 'page.openSelection'
    | 'page.openNext'
    | 'page.openPrevious'
    | 'page.isTyping'
    | 'page.reveal'
    | 'page.toggleMarks'
    | 'page.marks'
    | 'page.showMarks',
  input: unknown = null,
): Promise<readonly unknown[]> {
  const message = JSON.stringify({ name, input });
  const replies = (await ownPage.evaluate(`chrome.tabs.query({}).then((tabs) => Promise.all(
    tabs.map(({ id }) => chrome.tabs.sendMessage(id, ${message}, { frameId: 0 }).catch(() => null))))`)) as (Answer | null)[];
  return replies.flatMap((reply) => (reply?.ok ? [reply.value] : []));
}
