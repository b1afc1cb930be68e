import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { grantAlways, grantEverywhere } from '#messaging/access.ts';
import { onRevision, request, requestTab } from '#messaging/client.ts';
import { type ExportFormat, ExportMenu } from '#ui/export-menu.tsx';
import { ArticleView, type PlaceOnPage } from '#ui/article/article-view.tsx';
import { createTabModel } from '#ui/article/tab-model.ts';
import { TabNotice } from '#ui/article/tab-notice.tsx';
import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { SearchField } from '#ui/search-field.tsx';
import { createSearchModel } from '#ui/search-model.ts';
import { type Hit, SearchResults } from '#ui/search-results.tsx';
import { t } from '#ui/text.ts';
import { openArticle, openPage, reloadTab } from './open.ts';
import { tabPort } from './tab-port.ts';

/** At most so many hits are listed. */
const hitLimit = 50;

/** The popup: this article at one glance, and a search over everything kept. */
export function PopupView() {
  const end = useMemo(() => new AbortController(), []);
  const tab = useMemo(() => createTabModel(tabPort, end.signal), [end]);
  const search = useMemo(
    () => createSearchModel<Hit>((query) => request('annotations.search', { query, limit: hitLimit })),
    [],
  );
  const field = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  useEffect(() => {
    tab.refresh();
    field.current?.focus();
    const onChange = (): void => {
      tab.refresh();
      search.refresh();
    };
    onRevision(onChange, end.signal);
    return () => end.abort();
  }, [tab, search, end]);

  const state = tab.state.value;
  const found = search.state.value;

  const attempt = (action: () => Promise<unknown>): void => {
    setTrouble(null);
    action().catch((error: unknown) => setTrouble(error));
  };
  const reveal = (tabId: number, place: PlaceOnPage): void =>
    attempt(async () => {
      await requestTab(tabId, 'page.reveal', place);
      close();
    });
  const openHit = ({ annotation, article }: Hit): void => {
    if (state.state === 'article' && state.article.source === article.source)
      reveal(state.tabId, { type: 'annotation', id: annotation.id });
    else attempt(() => openArticle(annotation));
  };
  const exportFile = (scope: 'article' | 'everything', format: ExportFormat): void => {
    const source = scope === 'article' && state.state === 'article' ? state.article.source : null;
    attempt(async () => download(await request('export.file', { source, format })));
  };
  const granted = (asking: Promise<boolean>, tabId: number): void =>
    attempt(async () => {
      if (await asking) tab.start(tabId);
    });

  return (
    <>
      <header class="popup-head">
        <SearchField query={search.query.value} onInput={search.setQuery} fieldRef={field} />
      </header>
      <main class="popup-main">
        {found.state !== 'off' ? (
          <SearchResults result={found} onOpen={openHit} onRetry={search.refresh} />
        ) : state.state === 'article' ? (
          <>
            <h1 class="popup-title" dir="auto">
              {state.article.title}
            </h1>
            <ArticleView article={state.article} onReveal={(place) => reveal(state.tabId, place)} />
          </>
        ) : (
          <TabNotice
            state={state}
            onRunOnce={tab.start}
            onGrant={(origin, tabId) => granted(grantAlways(origin), tabId)}
            onGrantEverywhere={(tabId) => granted(grantEverywhere(), tabId)}
            onReload={(tabId) => attempt(() => reloadTab(tabId))}
            onRetry={tab.refresh}
          />
        )}
      </main>
      {trouble !== null && (
        <p class="popup-trouble trouble" role="alert">
          {failureWords(errorCode(trouble))}
        </p>
      )}
      <footer class="popup-foot">
        <Button look="quiet" icon="library" onClick={() => attempt(() => openPage('library'))}>
          {t('library')}
        </Button>
        <ExportMenu
          hasArticle={state.state === 'article' && state.article.saved.length > 0}
          onExport={exportFile}
        />
        <Button look="quiet" icon="settings" onClick={() => attempt(() => openPage('options'))}>
          {t('options')}
        </Button>
      </footer>
    </>
  );
}
