import type { ComponentChildren } from 'preact';
import { exactOf } from '#core/annotation-passage.ts';
import { request } from '#messaging/client.ts';
import type { Search } from '#messaging/library-protocol.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import type { PagedList } from '#ui/list/paged-list.ts';
import { t, tCount } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { deletePicked } from './delete-picked.ts';
import { FeedHead } from './feed-head.tsx';
import { idsInList } from './ids-in-list.ts';
import { PagedFeed } from './paged-feed.tsx';
import { PickRow } from './pick-row.tsx';
import { RecordCard } from './record-card.tsx';
import { usePicks } from './use-picks.ts';

interface PassageFeedProps {
  readonly list: PagedList<SearchHit>;
  readonly label: string;
  /** The search whose hits these are, so that all can be selected at once; absent where it is no search. */
  readonly search?: Search;
  /** What stands above the words: the article (where a person is the theme), the speaker, or both. */
  readonly show: 'article' | 'speaker' | 'both';
  readonly empty: ComponentChildren;
  /** What stands in the head of the list, at its end. */
  readonly tools?: ComponentChildren;
  readonly deeds: Deeds;
}

/** Kept passages in a list of any length, each with its note and tags to read and to edit, one or many to select. */
export function PassageFeed({ list, label, search, show, empty, tools, deeds }: PassageFeedProps) {
  const total = list.total.value;
  const picks = usePicks({
    key: list,
    total,
    search: search ?? null,
    idsBetween: (first, last) => idsInList(list, first, last),
    onDelete: (selection, count) => deletePicked(deeds, selection, count),
  });
  return (
    <>
      {total > 0 && (
        <FeedHead picks={picks} deeds={deeds} words={tCount('passageCount', total)} tools={tools} />
      )}
      <PagedFeed
        list={list}
        label={label}
        estimate={170}
        keyOf={({ annotation }) => annotation.id}
        row={(hit, index) => (
          <PickRow picks={picks} index={index} id={hit.annotation.id} words={exactOf(hit.annotation)}>
            <RecordCard
              hit={hit}
              show={show}
              onDelete={() =>
                deeds.run(() => request('annotations.delete', { id: hit.annotation.id }), t('deleted'))
              }
            />
          </PickRow>
        )}
        empty={empty}
      />
    </>
  );
}
