import browser from 'webextension-polyfill';
import { runOnce, siteAccess } from '#messaging/access.ts';
import { request, requestTab } from '#messaging/client.ts';
import type { TabPort } from '#ui/article/read-tab.ts';

/** The tab under the popup. The click on the toolbar icon has given us its address. */
export const tabPort: TabPort = {
  async tab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab ?? null;
  },
  access: siteAccess,
  page: (tabId) => requestTab(tabId, 'page.state', null),
  run: runOnce,
  saved: (source) => request('annotations.ofArticle', { source }),
};
