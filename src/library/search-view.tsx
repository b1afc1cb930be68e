import type { SearchFilter } from '#core/search/search-filter.ts';
import { request } from '#messaging/client.ts';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { PassageFeed } from './passage-feed.tsx';
import { usePagedList } from './use-paged-list.ts';

interface SearchViewProps {
  readonly query: string;
  readonly filter: SearchFilter;
  readonly deeds: Deeds;
}

/** What a search finds, the best first. */
export function SearchView({ query, filter, deeds }: SearchViewProps) {
  const list = usePagedList(`search ${query} ${JSON.stringify(filter)}`, (offset, limit) =>
    request('library.search', { query, filter, order: 'rank', offset, limit }),
  );
  return (
    <PassageFeed
      list={list}
      label={t('searchLabel')}
      show="article"
      deeds={deeds}
      empty={<Notice title={t('noHitsTitle', query)}>{t('noHitsText')}</Notice>}
    />
  );
}
