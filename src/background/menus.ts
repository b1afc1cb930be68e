import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';
import type { Intent } from '#messaging/protocol.ts';

/** What can be done with selected text, by the name of the menu's entry. The browser puts them under one heading of ours. */
const entries: Readonly<Record<string, { readonly intent: Intent; readonly title: () => string }>> = {
  'keep-selection': { intent: 'keep', title: () => browser.i18n.getMessage('keepSelection') },
  'note-selection': { intent: 'note', title: () => browser.i18n.getMessage('noteSelection') },
  'quote-selection': { intent: 'speaker', title: () => browser.i18n.getMessage('quoteSelection') },
};

/** Entries for selected text: each opens the popover for it where our content script runs. */
export function attachMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      for (const [id, { title }] of Object.entries(entries))
        browser.contextMenus.create({
          id,
          title: title(),
          contexts: ['selection'],
          documentUrlPatterns: ['https://*/*', 'http://*/*'],
        });
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const entry = entries[menuItemId];
    if (entry === undefined || tab?.id === undefined) return;
    requestTab(tab.id, 'page.openSelection', { intent: entry.intent }).catch(() => null);
  });
}
