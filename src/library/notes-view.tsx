import { request } from '#messaging/client.ts';
import type { Search } from '#messaging/library-protocol.ts';
import { Notice } from '#ui/notice.tsx';
import { t } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { PassageFeed } from './passage-feed.tsx';
import { usePagedList } from './use-paged-list.ts';

const search: Search = { query: '', filter: { hasNote: true } };

/** Everything that has a note, the newest first. */
export function NotesView({ deeds }: { readonly deeds: Deeds }) {
  const list = usePagedList('notes', (offset, limit) =>
    request('library.search', { ...search, order: 'newest', offset, limit }),
  );
  return (
    <PassageFeed
      list={list}
      label={t('navNotes')}
      search={search}
      show="both"
      deeds={deeds}
      empty={<Notice title={t('notesEmptyTitle')}>{t('notesEmptyText')}</Notice>}
    />
  );
}
