import { request } from '#messaging/client.ts';
import type { PersonCount } from '#core/person-count.ts';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Segments } from '#ui/segments.tsx';
import { t, tFacts } from '#ui/text.ts';
import { PagedFeed } from './paged-feed.tsx';
import { countWords, exampleWords } from './person-words.ts';
import { formatRoute } from './route.ts';
import { usePagedList } from './use-paged-list.ts';
import { goTo } from './use-route.ts';

interface PeopleViewProps {
  readonly query: string;
  readonly order: 'name' | 'count';
}

/** Everybody who is quoted in what the reader kept, or on whom he or she has written. */
export function PeopleView({ query, order }: PeopleViewProps) {
  const list = usePagedList(`people ${order} ${query}`, (offset, limit) =>
    request('people.list', { query, order, offset, limit }),
  );
  const show = (next: Partial<PeopleViewProps>): void => {
    const wanted = { query, order, ...next };
    const sorted = wanted.order === 'count' ? { order: 'count' as const } : {};
    goTo({ view: 'people', query: wanted.query, ...sorted }, 'replace');
  };
  return (
    <>
      <div class="people-tools">
        <PersonQuery query={query} onInput={(next) => show({ query: next })} />
        <Segments
          label={t('peopleOrder')}
          choices={[
            { key: 'name', label: t('peopleByName') },
            { key: 'count', label: t('peopleByCount') },
          ]}
          current={order}
          onChange={(next) => show({ order: next })}
        />
      </div>
      <PagedFeed
        list={list}
        label={t('navPeople')}
        estimate={68}
        keyOf={({ person }) => person.id}
        row={(item) => <PersonRow item={item} />}
        empty={
          query === '' ? (
            <Notice title={t('peopleEmptyTitle')}>{t('peopleEmptyText')}</Notice>
          ) : (
            <Notice title={t('peopleNoneTitle', query)}>{t('peopleNoneText')}</Notice>
          )
        }
      />
    </>
  );
}

function PersonQuery({ query, onInput }: { query: string; onInput: (query: string) => void }) {
  return (
    <div class="search people-query">
      <Icon name="person" />
      <input
        type="search"
        class="input search-input"
        dir="auto"
        autocomplete="off"
        value={query}
        placeholder={t('peopleFind')}
        aria-label={t('peopleFind')}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

function PersonRow({ item }: { readonly item: PersonCount }) {
  const about = [exampleWords(item), countWords(item)].filter((part) => part !== '');
  return (
    <div class="list-row">
      <h3 class="list-row-title">
        <a href={formatRoute({ view: 'person', id: item.person.id, filter: {} })}>
          <bdi>{item.person.name}</bdi>
        </a>
      </h3>
      <p class="shelf-about person-line-about">{tFacts(about)}</p>
    </div>
  );
}
