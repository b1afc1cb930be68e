import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createRowCache } from './row-cache.ts';
import { rowIndexOf, useFeedKeys } from './use-feed-keys.ts';
import { useFewAtOnce } from './use-few-at-once.ts';
import { LOCAL, useWindowVirtualizer, type VirtualRow } from './use-window-virtualizer.ts';

interface VirtualListProps<Item> {
  readonly label: string;
  readonly count: number;
  /** The likely height of a row in CSS px. */
  readonly estimate: number;
  /** The item of a row; null while it is not known yet. Another function says that items have changed. */
  readonly at: (index: number) => Item | null;
  readonly keyOf: (item: Item) => string;
  /** Draws an item. Another function has all rows drawn anew; the same one only rows whose item is another. */
  readonly row: (item: Item, index: number) => ComponentChildren;
  /** The key of a row to go to as soon as it is there: once, and again when another is wanted. */
  readonly wanted?: string | undefined;
  /** Told which rows are in sight, and which one is held because it has the focus (-1: none), so that they can be loaded. */
  readonly onShown?: (first: number, last: number, pinned: number) => void;
}

/**
 * A list of any length of which only what is in sight is in the document. To assistive technology it is a feed (ARIA practices): each row
 * is an article with its place in the whole, and keys lead from row to row.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, count, estimate, at, keyOf, row, wanted, onShown } = props;
  const feed = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [pinned, setPinned] = useState(-1);
  const keyAt = useCallback(
    (index: number) => {
      const item = at(index);
      return item === null ? index : keyOf(item);
    },
    [at],
  );
  const list = useWindowVirtualizer({ count, estimate, top, pinned, keyOf: keyAt });
  const { rows } = list;
  // Not the row with the focus: it may stand far from the others, and nothing between is to be loaded.
  const [first, last] = list.sight;
  const [cached] = useState(() => createRowCache<Item, ComponentChildren>());
  const contents = cached(rows, at, row);
  const drawn = useFewAtOnce(
    inSightFirst(rows)
      .map(({ key }) => key)
      .filter((key) => contents.has(key)),
  );
  const go = (index: number, align: 'auto' | 'center'): void => {
    setPinned(index);
    list.go(index, align);
  };
  const onKeyDown = useFeedKeys({ feed, count, go: (index) => go(index, 'auto') });
  useWanted(wanted, count, keyAt, (index) => go(index, 'center'));
  useLayoutEffect(() => {
    // What stands above a list changes while it rests. To ask while it is scrolled would have every frame laid out twice.
    if (list.isScrolling) return;
    const box = feed.current?.getBoundingClientRect();
    if (box !== undefined) setTop(Math.round(box.top + window.scrollY));
  });
  useLayoutEffect(() => onShown?.(first, last, pinned), [onShown, first, last, pinned]);

  // A feed must hold articles: one without any is a fault to assistive technology and says nothing to anybody.
  if (count === 0) return null;
  return (
    <div
      class="feed"
      role="feed"
      aria-label={label}
      ref={feed}
      style={{ blockSize: `${list.height}px` }}
      onKeyDown={onKeyDown}
      onFocusCapture={({ target }) => setPinned(target instanceof HTMLElement ? rowIndexOf(target) : -1)}
    >
      {rows.map((one) => (
        <FeedRow key={one.key} row={one} count={count} measure={list.measure}>
          {drawn.has(one.key) ? contents.get(one.key) : <Waiting size={one.size} />}
        </FeedRow>
      ))}
    </div>
  );
}

interface FeedRowProps {
  readonly row: VirtualRow;
  readonly count: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly children: ComponentChildren;
}

function FeedRow({ row: { index, local, start }, count, measure, children }: FeedRowProps) {
  return (
    <div
      {...{ [LOCAL]: local }}
      class="feed-row"
      role="article"
      tabIndex={0}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      ref={measure}
      style={{ transform: `translateY(${start}px)` }}
    >
      {children}
    </div>
  );
}

/** As high as what is to stand there is likely to be. */
function Waiting({ size }: { readonly size: number }) {
  return <div class="row-waiting" style={{ blockSize: `${size}px` }} aria-busy="true" />;
}

/** Goes to the row with a key, once it is there. */
function useWanted(
  wanted: string | undefined,
  count: number,
  keyAt: (index: number) => string | number,
  go: (index: number) => void,
): void {
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === undefined || arrived.current === wanted) return;
    for (let index = 0; index < count; index++) {
      if (keyAt(index) !== wanted) continue;
      arrived.current = wanted;
      go(index);
      return;
    }
  }, [wanted, count]);
}

/** The rows in the window before those that wait above and below it. */
function inSightFirst(rows: readonly VirtualRow[]): readonly VirtualRow[] {
  return [...rows.filter(({ isInSight }) => isInSight), ...rows.filter(({ isInSight }) => !isInSight)];
}
