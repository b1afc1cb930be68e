import browser from 'webextension-polyfill';

/**
 * Closes the welcome page's tab. A page may close itself only while it is the first in its tab, and would close the whole window with
 * its last tab: whoever is to start reading is left with an empty one.
 */
export async function leaveWelcome(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || tab.windowId === undefined) return close();
  const { id, windowId } = tab;
  const beside = await browser.tabs.query({ windowId });
  if (beside.length === 1) await browser.tabs.create({ windowId });
  await browser.tabs.remove(id);
}
