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
const hitLimit = 50;

/** What the popup asks and does. It closes itself when it has sent the reader elsewhere. */
export const popupPort: DeskPort = {
  async tab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab ?? null;
  },
  access: siteAccess,
  page: (tabId) => requestTab(tabId, 'page.state', null),
  marks: (tabId) => requestTab(tabId, 'page.marks', null),
  showMarks: (tabId, shown, scope) => requestTab(tabId, 'page.showMarks', { shown, scope }),
  run: runOnce,
  saved: (source, also) => request('annotations.ofArticle', { source, also }),
  decisions: (source) => request('decisions.ofArticle', { source }),
  takeBack: (decision) => request('decisions.put', { decision, takeBack: true }),
  search: (query) => request('annotations.search', { query, limit: hitLimit }),
  async reveal(tabId, place) {
    const stands = await requestTab(tabId, 'page.reveal', place);
    // Where a lost passage may have stood is not always known: the popup says so then.
    if (stands || place.type !== 'possible') close();
    return stands;
  },
  async openArticle(annotation) {
    const { source } = annotation.target;
    if (!/^https?:/u.test(source)) return;
    const quote = quoteOf(annotation);
    await browser.tabs.create({ url: quote === null ? source : textFragmentLink(source, quote) });
    close();
  },
  async openPage(page) {
    if (page === 'options') await browser.runtime.openOptionsPage();
    else await browser.tabs.create({ url: browser.runtime.getURL(`src/${page}/${page}.html`) });
    close();
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
    close();
  },
  async openInNormalWindow(address) {
    await browser.windows.create({ url: address, incognito: false });
    close();
  },
  history: {
    undo: (expected) => request('history.undo', { expected }),
    redo: (expected) => request('history.redo', { expected }),
    state: () => request('history.state', null),
    keys: { read: readOwnKeys, follow: onOwnKeys },
  },
  grantAlways,
  grantEverywhere,
  async reload(tabId) {
    await browser.tabs.reload(tabId);
    close();
  },
};
