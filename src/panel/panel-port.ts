import browser from 'webextension-polyfill';
import { quoteOf } from '#core/annotation-passage.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import { grantAlways, grantEverywhere, runOnce, siteAccess } from '#messaging/access.ts';
import { changeSettings, withSite } from '#messaging/settings.ts';
import { forgetUpdate, updatedTo } from '#messaging/update-news.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import { request, requestTab } from '#messaging/client.ts';
import { exportPort, ofArticle } from '#messaging/export-port.ts';
import type { DeskPort } from '#ui/article/desk-model.ts';

/** At most so many articles are looked through for the one in hand; it is among the last seen. */
const articleLimit = 1_000;
/** At most so many hits are listed. */
const hitLimit = 100;

/** What the panel asks and does. It stays where it is. */
export const panelPort: DeskPort = {
  async tab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab ?? null;
  },
  access: async (tab) => (tab.url === undefined ? { state: 'unseen', origin: null } : siteAccess(tab)),
  page: (tabId) => requestTab(tabId, 'page.state', null),
  marks: (tabId) => requestTab(tabId, 'page.marks', null),
  showMarks: (tabId, shown, scope) => requestTab(tabId, 'page.showMarks', { shown, scope }),
  run: runOnce,
  saved: (source, also) => request('annotations.ofArticle', { source, also }),
  decisions: (source) => request('decisions.ofArticle', { source }),
  takeBack: (decision) => request('decisions.put', { decision, takeBack: true }),
  search: (query) => request('annotations.search', { query, limit: hitLimit }),
  reveal: (tabId, place) => requestTab(tabId, 'page.reveal', place),
  async openArticle(annotation) {
    const { source } = annotation.target;
    if (!/^https?:/u.test(source)) return;
    const quote = quoteOf(annotation);
    await browser.tabs.create({ url: quote === null ? source : textFragmentLink(source, quote) });
  },
  async openPage(page) {
    if (page === 'options') await browser.runtime.openOptionsPage();
    else await browser.tabs.create({ url: browser.runtime.getURL(`src/${page}/${page}.html`) });
  },
  async articleOf(source) {
    const articles = await request('articles.list', { limit: articleLimit });
    return articles.find(({ article }) => article.source === source)?.article ?? null;
  },
  put: (annotation, article, base) => request('annotations.put', { annotation, article, base }),
  exported: (source) => exportPort(source === null ? null : ofArticle(source)),
  updatedTo,
  forgetUpdate,
  async switchOn(tabId, site) {
    await changeSettings((now) => withSite(now, site, true));
    // It is told as well; but what is asked next must not hear of the time before.
    await requestTab(tabId, 'page.detectAgain', null);
  },
  async openAddress(address) {
    await browser.tabs.create({ url: address });
  },
  async openInNormalWindow(address) {
    await browser.windows.create({ url: address, incognito: false });
  },
  history: {
    undo: (expected) => request('history.undo', { expected }),
    redo: (expected) => request('history.redo', { expected }),
    state: () => request('history.state', null),
    keys: { read: readOwnKeys, follow: onOwnKeys },
  },
  grantAlways,
  grantEverywhere,
  reload: (tabId) => browser.tabs.reload(tabId),
};
