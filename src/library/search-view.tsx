import type { SearchFilter } from '#core/search/search-filter.ts';
import { request } from '#messaging/client.ts';
import type { Search } from '#messaging/library-protocol.ts';
import { SearchedWords } from '#ui/marked-words.tsx';
import { Menu } from '#ui/menu.tsx';
import { Notice } from '#ui/notice.tsx';
import { Segments } from '#ui/segments.tsx';
import { t } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { EmptyLibrary } from './empty-library.tsx';
import { FoundPeople } from './found-people.tsx';
import { NameForm } from './name-form.tsx';
import { PassageFeed } from './passage-feed.tsx';
import { formatRoute } from './route.ts';
import { withoutSearch, withSearch } from './saved-searches.ts';
import { SavedSearchesRow } from './saved-searches-row.tsx';
import { SearchFilters } from './search-filters.tsx';
import { usePagedList } from './use-paged-list.ts';
import { goTo } from './use-route.ts';
import { useSavedSearches } from './use-saved-searches.ts';

interface SearchViewProps extends Search {
  readonly order: 'newest' | undefined;
  readonly deeds: Deeds;
}

/** What a search finds, narrowed and in the order that the reader chose, with the searches that were kept. */
export function SearchView({ query, filter, order, deeds }: SearchViewProps) {
  const { searches, change } = useSavedSearches();
  const list = usePagedList(`search ${order} ${query} ${JSON.stringify(filter)}`, (offset, limit) =>
    request('library.search', { query, filter, order: order ?? 'rank', offset, limit }),
  );
  const address = formatRoute({ view: 'search', query, filter, order });
  const hasWords = query.trim() !== '';
  const isSearch = hasWords || Object.keys(filter).length > 0;
  const keep = (name: string): void => {
    deeds.attempt(change((now) => withSearch(now, { name, address })));
  };
  const narrow = (next: SearchFilter): void => goTo({ view: 'search', query, filter: next, order });
  return (
    <SearchedWords.Provider value={query}>
      <SavedSearchesRow
        searches={searches}
        current={address}
        onRename={(search, name) => deeds.attempt(change((now) => withSearch(now, { ...search, name })))}
        onDelete={(search) => deeds.attempt(change((now) => withoutSearch(now, search.address)))}
      />
      <SearchFilters filter={filter} onChange={narrow} />
      {Object.keys(filter).length === 0 && <FoundPeople query={query} />}
      <PassageFeed
        list={list}
        search={{ query, filter }}
        label={t('searchLabel')}
        show="both"
        deeds={deeds}
        tools={
          <div class="feed-tools menu-below">
            {isSearch && !searches.some((search) => search.address === address) && (
              <Menu label={t('searchSave')} icon="keep">
                {(close) => (
                  <NameForm
                    label={t('searchName')}
                    name={query}
                    onName={(name) => {
                      close();
                      keep(name);
                    }}
                  />
                )}
              </Menu>
            )}
            {hasWords && (
              <Segments
                label={t('searchOrder')}
                choices={[
                  { key: 'rank', label: t('orderRank') },
                  { key: 'newest', label: t('orderNewest') },
                ]}
                current={order ?? 'rank'}
                onChange={(next) =>
                  goTo(
                    { view: 'search', query, filter, order: next === 'newest' ? 'newest' : undefined },
                    'replace',
                  )
                }
              />
            )}
          </div>
        }
        empty={<NoHits query={query} isSearch={isSearch} />}
      />
    </SearchedWords.Provider>
  );
}

function NoHits({ query, isSearch }: { readonly query: string; readonly isSearch: boolean }) {
  if (!isSearch) return <EmptyLibrary />;
  if (query.trim() === '') return <Notice title={t('noneLikeThisTitle')}>{t('noneLikeThisText')}</Notice>;
  return <Notice title={t('noHitsTitle', query.replaceAll(/[“”"]/gu, ''))}>{t('noHitsText')}</Notice>;
}
