import browser from 'webextension-polyfill';

/**
 * Closes the welcome page. A page may not always close itself (Firefox lets none do so that no script has opened; Chromium none that
 * was gone to by a link), but the extension may close its tab. A window whose last tab it is keeps an empty one.
 */
export async function leaveWelcome(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || tab.windowId === undefined) return close();
  const { id, windowId } = tab;
  const beside = await browser.tabs.query({ windowId });
  if (beside.length === 1) await browser.tabs.create({ windowId });
  await browser.tabs.remove(id);
}
