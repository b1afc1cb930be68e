import browser from 'webextension-polyfill';
import { quoteOf } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import { grantAlways, grantEverywhere, runOnce } from './access.ts';
import { request, requestTab } from './client.ts';
import { exportPort, ofArticle } from './export-port.ts';
import { onOwnKeys, readOwnKeys } from './key-settings.ts';
import type { Place, TabRequests } from './protocol.ts';
import { changeSettings, withSite } from './settings.ts';
import { forgetUpdate, updatedTo } from './update-news.ts';

type Scope = Parameters<TabRequests['page.showMarks']>[0]['scope'];

/**
 * What the popup and the panel ask and do; both show the article of the tab in front.
 * @param hitLimit at most so many hits of a search are listed
 * @param left called when the reader has been sent elsewhere
 */
export function deskPort(hitLimit: number, left: () => void) {
  const open = async (address: string): Promise<void> => {
    await browser.tabs.create({ url: address });
    left();
  };
  return {
    async tab() {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab ?? null;
    },
    page: (tabId: number) => requestTab(tabId, 'page.state', null),
    marks: (tabId: number) => requestTab(tabId, 'page.marks', null),
    showMarks: (tabId: number, shown: boolean, scope: Scope) =>
      requestTab(tabId, 'page.showMarks', { shown, scope }),
    run: runOnce,
    saved: (source: string, also: readonly string[]) => request('annotations.ofArticle', { source, also }),
    decisions: (source: string) => request('decisions.ofArticle', { source }),
    takeBack: (decision: Decision) => request('decisions.put', { decision, takeBack: true }),
    search: (query: string) => request('annotations.search', { query, limit: hitLimit }),
    reveal: (tabId: number, place: Place) => requestTab(tabId, 'page.reveal', place),
    async openArticle(annotation: Annotation) {
      const { source } = annotation.target;
      if (!/^https?:/u.test(source)) return;
      const quote = quoteOf(annotation);
      await open(quote === null ? source : textFragmentLink(source, quote));
    },
    async openPage(page: 'library' | 'options') {
      if (page === 'library') return open(browser.runtime.getURL(`src/${page}/${page}.html`));
      await browser.runtime.openOptionsPage();
      left();
    },
    articleOf: (source: string) => request('articles.get', { source }),
    put: (annotation: Annotation, article: ArticleRecord, base: string) =>
      request('annotations.put', { annotation, article, base }),
    exported: (source: string | null) => exportPort(source === null ? null : ofArticle(source)),
    updatedTo,
    forgetUpdate,
    async switchOn(tabId: number, site: string) {
      await changeSettings((now) => withSite(now, site, true));
      // It is told as well; but what is asked next must not hear of the time before.
      await requestTab(tabId, 'page.detectAgain', null);
    },
    openAddress: open,
    async openInNormalWindow(address: string) {
      await browser.windows.create({ url: address, incognito: false });
      left();
    },
    history: {
      undo: (expected: number | null) => request('history.undo', { expected }),
      redo: (expected: number | null) => request('history.redo', { expected }),
      state: () => request('history.state', null),
      keys: { read: readOwnKeys, follow: onOwnKeys },
    },
    grantAlways,
    grantEverywhere,
    async reload(tabId: number) {
      await browser.tabs.reload(tabId);
      left();
    },
  };
}
