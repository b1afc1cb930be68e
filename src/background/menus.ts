import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';

const keepSelection = 'keep-selection';

/** *Keep this passage* on selected text: opens the popover for it where our content script runs. */
export function attachMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() =>
      browser.contextMenus.create({
        id: keepSelection,
        title: browser.i18n.getMessage('keepSelection'),
        contexts: ['selection'],
        documentUrlPatterns: ['https://*/*', 'http://*/*'],
      }),
    );
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId !== keepSelection || tab?.id === undefined) return;
    requestTab(tab.id, 'page.keepSelection', null).catch(() => null);
  });
}
