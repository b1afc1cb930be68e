import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';

/** What each of the manifest's commands has the page in front do. */
const actions: Readonly<Record<string, (tabId: number) => Promise<unknown>>> = {
  'next-quotation': (tabId) => requestTab(tabId, 'page.openNext', null),
  'keep-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'keep' }),
  'note-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'note' }),
  'quote-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'speaker' }),
  'toggle-marks': (tabId) => requestTab(tabId, 'page.toggleMarks', null),
};

/** The keys that the reader can set in the browser's own page for extensions' shortcuts. */
export function attachCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) actions[command]?.(tab.id).catch(() => null);
  });
}
