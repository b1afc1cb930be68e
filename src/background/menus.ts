import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';
import type { Intent } from '#messaging/protocol.ts';
import {
  chooseSpeaker,
  entryOf,
  menuPeople,
  mostInMenu,
  showMenuPeople,
  takeChosenSpeaker,
} from './menu-people.ts';

const quotations = 'quote-selection';
const somebody = 'quote-of-somebody';

/** What can be done with selected text, by the name of the menu's entry. The browser puts them under one heading of ours. */
const entries: Readonly<Record<string, Intent>> = {
  'keep-selection': 'keep',
  'note-selection': 'note',
  [somebody]: 'speaker',
};

/** Makes all entries; those for people are hidden until an article is open in which somebody is named. */
async function createEntries(): Promise<void> {
  const { i18n } = browser;
  await browser.contextMenus.removeAll();
  const all = { contexts: ['selection'], documentUrlPatterns: ['https://*/*', 'http://*/*'] } as const;
  const create = (id: string, title: string, more: { parentId?: string; visible?: boolean } = {}): void => {
    const { contexts, documentUrlPatterns } = all;
    browser.contextMenus.create({
      id,
      title,
      contexts: [...contexts],
      documentUrlPatterns: [...documentUrlPatterns],
      ...more,
    });
  };
  create('keep-selection', i18n.getMessage('menuKeep'));
  create(quotations, i18n.getMessage('menuQuote'));
  for (let number = 0; number < mostInMenu; number++)
    create(entryOf(number), entryOf(number), { parentId: quotations, visible: false });
  create(somebody, i18n.getMessage('menuSomebody'), { parentId: quotations });
  create('note-selection', i18n.getMessage('noteSelection'));
}

/** Does what an entry says, on the page where it was chosen. */
async function choose(id: string | number, tabId: number): Promise<void> {
  const number = Array.from({ length: mostInMenu }, (_, index) => entryOf(index)).indexOf(String(id));
  const speaker = number < 0 ? null : ((await menuPeople(tabId))[number] ?? null);
  const intent = speaker === null ? entries[id] : 'speaker';
  if (intent === undefined) return;
  if (speaker !== null) chooseSpeaker(tabId, speaker);
  try {
    await requestTab(tabId, 'page.openSelection', { intent });
  } finally {
    // Nothing was opened for it: it must not be said of what is opened next.
    takeChosenSpeaker(tabId);
  }
}

/** Entries for selected text: each opens the popover for it where our content script runs. */
export function attachMenus(): void {
  // Firefox for Android has none.
  if (!('contextMenus' in browser)) return;
  const fail = (error: unknown): void => console.error('menus', error);
  const create = (): void => void createEntries().catch(fail);
  browser.runtime.onInstalled.addListener(create);
  // The browser keeps the entries with the words that they were made with: since then it may have learnt another language.
  browser.runtime.onStartup.addListener(create);
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined) choose(menuItemId, tab.id).catch(() => null);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => void showMenuPeople(tabId).catch(() => null));
  browser.windows?.onFocusChanged.addListener((windowId) => {
    if (windowId < 0) return;
    browser.tabs.query({ active: true, windowId }).then(
      ([tab]) => (tab?.id === undefined ? undefined : showMenuPeople(tab.id).catch(() => undefined)),
      () => undefined,
    );
  });
}
