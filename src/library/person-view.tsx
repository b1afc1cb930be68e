import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { SearchFilter } from '#core/search/search-filter.ts';
import { onRevision, request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { FailureNotice } from '#ui/failure-notice.tsx';
import type { PagedList } from '#ui/list/paged-list.ts';
import { Notice } from '#ui/notice.tsx';
import { OccasionsPicture } from '#ui/picture/occasions-picture.tsx';
import { t } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { Namesakes } from './namesakes.tsx';
import { PassageFeed } from './passage-feed.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonFilters } from './person-filters.tsx';
import { PersonHead } from './person-head.tsx';
import { createPersonModel, type PersonModel, type PersonReady } from './person-model.ts';
import { PersonNote } from './person-note.tsx';
import { formatRoute, type Route } from './route.ts';
import { usePagedList } from './use-paged-list.ts';

/** Whoever has unfolded the picture sees it of the next person, too. */
const isWhenOpen = signal(false);

type PersonRoute = Extract<Route, { view: 'person' }>;

interface PersonViewProps {
  readonly route: PersonRoute;
  readonly deeds: Deeds;
}

/** A person's page: all that he or she was quoted as saying in what the reader kept, and what the articles say of who it is. */
export function PersonView({ route, deeds }: PersonViewProps) {
  const { id, filter } = route;
  const order = route.order === 'oldest' ? 'earliest' : 'latest';
  const model = useMemo(() => createPersonModel(id, request), [id]);
  useLayoutEffect(() => {
    const controller = new AbortController();
    model.refresh();
    onRevision(model.refresh, controller.signal);
    return () => controller.abort();
  }, [model]);
  // Asked for at once, not after the head has come.
  const list = usePagedList(`person ${id} ${order} ${JSON.stringify(filter)}`, (offset, limit) =>
    request('people.quotations', { id, filter, order, offset, limit }),
  );
  const isListed = list.rows.value.state !== 'loading';
  useEffect(() => {
    if (isListed) model.complete();
  }, [model, isListed]);
  const load = model.load.value;
  if (load.state === 'loading') return <div class="loading" aria-busy="true" />;
  if (load.state === 'failed') return <FailureNotice error={load.error} onRetry={model.refresh} />;
  if (load.state === 'gone') {
    return (
      <Notice
        title={t('personGoneTitle')}
        actions={<a href={formatRoute({ view: 'people' })}>{t('navPeople')}</a>}
      >
        {t('personGoneText')}
      </Notice>
    );
  }
  return <PersonBody route={route} model={model} load={load} list={list} deeds={deeds} />;
}

interface PersonBodyProps extends PersonViewProps {
  readonly model: PersonModel;
  readonly load: PersonReady;
  readonly list: PagedList<SearchHit>;
}

function PersonBody({ route, model, load, list, deeds }: PersonBodyProps) {
  const { id, filter } = route;
  const figures = model.figures.value;
  const narrowed = (next: SearchFilter): PersonRoute => ({ ...route, filter: next });
  return (
    <>
      <PersonHead
        load={load}
        figures={figures}
        namesakes={model.namesakes.value}
        deeds={deeds}
        onMore={model.more}
      />
      <Namesakes id={id} namesakes={model.namesakes.value} deeds={deeds} />
      <PersonNote person={load.person.person} deeds={deeds} />
      <div class="person-folds">
        {figures !== null && figures.table.periods.length > 1 && (
          <details
            class="person-fold person-when"
            open={isWhenOpen.value}
            onToggle={(event) => {
              isWhenOpen.value = event.currentTarget.open;
            }}
          >
            <summary>{t('personWhen')}</summary>
            <OccasionsPicture
              table={figures.table}
              hrefOf={(outlet) => formatRoute(narrowed({ ...filter, outlet }))}
            />
          </details>
        )}
        <PersonFacts load={load} onMore={model.more} />
      </div>
      <PersonFilters route={route} figures={figures} />
      <PassageFeed
        list={list}
        label={t('tabKept')}
        search={{ query: '', filter: { ...filter, person: id } }}
        show="article"
        deeds={deeds}
        empty={
          Object.keys(filter).length === 0 ? (
            <Notice title={t('libraryEmptyTitle')}>{t('libraryEmptyText')}</Notice>
          ) : (
            <Notice title={t('personNothingTitle')}>{t('personNothingText')}</Notice>
          )
        }
      />
    </>
  );
}
