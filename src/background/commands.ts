import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';

/** What each of the manifest's commands has the page in front do. */
const actions: Readonly<Record<string, (tabId: number) => Promise<unknown>>> = {
  'next-quotation': (tabId) => requestTab(tabId, 'page.openNext', null),
  'previous-quotation': (tabId) => requestTab(tabId, 'page.openPrevious', null),
  'keep-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'keep' }),
  'note-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'note' }),
  'quote-selection': (tabId) => requestTab(tabId, 'page.openSelection', { intent: 'speaker' }),
  'toggle-marks': (tabId) => requestTab(tabId, 'page.toggleMarks', null),
};

/** Has the page do it, unless the reader is typing there: then the key was a letter, or the page's own. */
async function run(command: string, tabId: number): Promise<void> {
  if (!(await requestTab(tabId, 'page.isTyping', null))) await actions[command]?.(tabId);
}

/** The keys that the reader can set in the browser's own page for extensions' shortcuts. */
export function attachCommands(): void {
  // Firefox for Android has none.
  if (!('commands' in browser)) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) run(command, tab.id).catch(() => null);
  });
}
