import type { ComponentChildren } from 'preact';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { VirtualList } from '#ui/list/virtual-list.tsx';
import type { PagedList } from '#ui/list/paged-list.ts';

interface PagedFeedProps<Item> {
  readonly list: PagedList<Item>;
  readonly label: string;
  /** The likely height of a row in CSS px. */
  readonly estimate: number;
  readonly keyOf: (item: Item) => string;
  readonly row: (item: Item, index: number) => ComponentChildren;
  /** What is shown when there is nothing. */
  readonly empty: ComponentChildren;
}

/** A long list in each of its states: loading, failed, empty, and with rows that are fetched as they come in sight. */
export function PagedFeed<Item>({ list, label, estimate, keyOf, row, empty }: PagedFeedProps<Item>) {
  const { state, total, at, error } = list.rows.value;
  if (state === 'failed') return <FailureNotice error={error} onRetry={list.reload} />;
  if (state === 'loading') return <div class="loading" aria-busy="true" />;
  if (total === 0) return <>{empty}</>;
  return (
    <>
      <h2 class="heard">{label}</h2>
      <VirtualList
        label={label}
        count={total}
        estimate={estimate}
        at={at}
        keyOf={keyOf}
        row={row}
        onShown={list.show}
      />
    </>
  );
}
