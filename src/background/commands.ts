import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';

/** The keys that the reader can set in the browser's own page for extensions' shortcuts. */
export function attachCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'next-quotation' || tab?.id === undefined) return;
    requestTab(tab.id, 'page.openNext', null).catch(() => null);
  });
}
