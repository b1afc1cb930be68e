import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onRevision } from '#messaging/client.ts';
import { ExportMenu } from '#ui/export-menu.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { Masthead } from '#ui/masthead.tsx';
import { Notice } from '#ui/notice.tsx';
import { SkippedLine } from '#ui/skipped-line.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { currentLocale, t } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { useKeptFocus } from '#ui/use-kept-focus.ts';
import { groupByArticle, groupByPerson, splitKept } from './group-hits.ts';
import { createLibraryModel, type LibraryModel, listLimit, type Shelf } from './library-model.ts';
import { RefusedShelf } from './refused-shelf.tsx';
import { ArticleShelf, PersonShelf } from './shelves.tsx';

/** Where the focus goes when its control is gone: to the way back, else to the search. */
const homes = ['.toast button', '.search-input'];

type Order = 'article' | 'person';

/** The library: everything kept, by article or by person, to search, edit, delete and take out. */
export function LibraryView() {
  const library = useMemo(createLibraryModel, []);
  useEffect(() => {
    const controller = new AbortController();
    library.refresh();
    onRevision(library.refresh, controller.signal);
    return () => controller.abort();
  }, [library]);

  const sheet = useRef<HTMLDivElement>(null);
  useKeptFocus(sheet, homes);

  const shelf = library.shelf.value;
  const trouble = library.trouble.value;
  return (
    <div class="sheet library" ref={sheet}>
      <Masthead title={t('library')}>
        <div class="library-tools">
          <SearchField query={library.query.value} onInput={library.setQuery} />
          <div class="menu-below">
            <ExportMenu hasArticle={false} onExport={(_, format) => library.exportFile(null, format)} />
          </div>
        </div>
      </Masthead>
      <main>
        {shelf.state === 'loading' && <div class="loading" aria-busy="true" />}
        {shelf.state === 'failed' && <FailureNotice error={shelf.error} onRetry={library.refresh} />}
        {shelf.state === 'ready' && <Shelves shelf={shelf} library={library} />}
      </main>
      <SkippedLine skipped={library.skipped.value} />
      {trouble !== null && (
        <p class="trouble" role="alert">
          {failureWords(errorCode(trouble))}
        </p>
      )}
      <Toast text={library.deleted.value === null ? null : t('deleted')} onUndo={library.restore} />
    </div>
  );
}

interface ShelvesProps {
  readonly shelf: Extract<Shelf, { state: 'ready' }>;
  readonly library: LibraryModel;
}

function Shelves({ shelf: { hits, query }, library }: ShelvesProps) {
  const [order, setOrder] = useState<Order>('article');
  const [kept, refused] = useMemo(() => splitKept(hits), [hits]);
  const articles = useMemo(() => groupByArticle(kept), [kept]);
  const people = useMemo(() => groupByPerson(kept, currentLocale()), [kept]);

  if (kept.length === 0)
    return (
      <>
        {query === '' ? (
          <Notice title={t('libraryEmptyTitle')}>{t('libraryEmptyText')}</Notice>
        ) : (
          <Notice title={t('noHitsTitle', query)}>{t('noHitsText')}</Notice>
        )}
        <RefusedShelf hits={refused} onAccept={library.accept} />
      </>
    );

  return (
    <Tabs
      label={t('library')}
      current={order}
      onChange={setOrder}
      tabs={[
        { key: 'article', label: t('byArticle'), count: articles.length },
        {
          key: 'person',
          label: t('byPerson'),
          count: people.filter(({ speaker }) => speaker !== null).length,
        },
      ]}
    >
      {order === 'article' ? (
        <ArticleShelf groups={articles} onDelete={library.remove} />
      ) : (
        <PersonShelf groups={people} onDelete={library.remove} />
      )}
      <RefusedShelf hits={refused} onAccept={library.accept} />
      {hits.length === listLimit && (
        <p class="quiet-line">
          {t('libraryLimit', new Intl.NumberFormat(currentLocale()).format(listLimit))}
        </p>
      )}
    </Tabs>
  );
}
