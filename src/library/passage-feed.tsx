import { request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import type { PagedList } from '#ui/list/paged-list.ts';
import { t } from '#ui/text.ts';
import type { ComponentChildren } from 'preact';
import type { Deeds } from './deeds.ts';
import { PagedFeed } from './paged-feed.tsx';
import { RecordCard } from './record-card.tsx';

interface PassageFeedProps {
  readonly list: PagedList<SearchHit>;
  readonly label: string;
  /** What stands above the words: the article (where a person is the theme) or the speaker. */
  readonly show: 'article' | 'speaker';
  readonly empty: ComponentChildren;
  readonly deeds: Deeds;
}

/** Kept passages in a list of any length, each with its note and tags to read and to edit. */
export function PassageFeed({ list, label, show, empty, deeds }: PassageFeedProps) {
  return (
    <PagedFeed
      list={list}
      label={label}
      estimate={170}
      keyOf={({ annotation }) => annotation.id}
      row={(hit) => (
        <RecordCard
          hit={hit}
          show={show}
          onDelete={() =>
            deeds.run(() => request('annotations.delete', { id: hit.annotation.id }), t('deleted'))
          }
        />
      )}
      empty={empty}
    />
  );
}
