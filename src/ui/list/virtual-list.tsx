import type { VirtualItem } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFewAtOnce } from './use-few-at-once.ts';
import { useWindowVirtualizer } from './use-window-virtualizer.ts';

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** The likely height of a row in CSS px. */
  readonly estimate: number;
  readonly keyOf: (index: number) => string;
  /** Null while it is not known yet. */
  readonly row: (index: number) => ComponentChildren;
  /** The key of a row to go to as soon as it is there: once, and again when another is wanted. */
  readonly wanted?: string | undefined;
  /** Told which rows stand in the document, whenever that changes, so that they can be loaded. */
  readonly onShown?: (first: number, last: number) => void;
}

/** So many new rows are drawn in one frame; a card with its buttons costs a slow computer some milliseconds. */
const A_FRAME = 6;

const steps: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowDown: 1, ArrowUp: -1 };

/**
 * A list of any length of which only what is in sight is in the document. To assistive technology it is a feed (ARIA
 * practices): each row is an article with its place in the whole; PageDown and PageUp go from row to row from anywhere
 * in it, the arrow keys when the row itself has the focus.
 */
export function VirtualList({
  label,
  count,
  estimate,
  keyOf,
  row,
  wanted: rowWanted,
  onShown,
}: VirtualListProps) {
  const feed = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [pinned, setPinned] = useState(-1);
  const wanted = useRef(-1);
  const virtualizer = useWindowVirtualizer({ count, estimate, top, pinned, keyOf });
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? -1;

  const contents = new Map(rows.map(({ index }) => [index, row(index)]));
  const known = rows.filter(({ index }) => (contents.get(index) ?? null) !== null);
  const drawn = useFewAtOnce(
    inSightFirst(known, virtualizer.range).map(({ key }) => key),
    A_FRAME,
  );

  useLayoutEffect(() => {
    const box = feed.current?.getBoundingClientRect();
    if (box !== undefined) setTop(Math.round(box.top + window.scrollY));
  });
  useLayoutEffect(() => onShown?.(first, last), [onShown, first, last]);
  useLayoutEffect(() => {
    // A row that keys went to may first have to be brought into the document.
    if (wanted.current < 0) return;
    const target = feed.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`) ?? null;
    if (target === null) return;
    wanted.current = -1;
    target.focus({ preventScroll: true });
  });

  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (rowWanted === undefined || arrived.current === rowWanted) return;
    for (let index = 0; index < count; index++) {
      if (keyOf(index) !== rowWanted) continue;
      arrived.current = rowWanted;
      go(index, 'center');
      return;
    }
  }, [rowWanted, count]);

  const go = (index: number, align: 'auto' | 'center' = 'auto'): void => {
    if (count === 0) return;
    const target = Math.min(count - 1, Math.max(0, index));
    wanted.current = target;
    setPinned(target);
    virtualizer.scrollToIndex(target, { align });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.closest('input, textarea, [contenteditable]') !== null)
      return;
    const at = indexOf(target);
    const onRow = target.hasAttribute('data-index');
    const step = steps[key];
    if (key === 'Home' && (onRow || event.ctrlKey)) go(0);
    else if (key === 'End' && (onRow || event.ctrlKey)) go(count - 1);
    else if (step !== undefined && (onRow || key.startsWith('Page'))) go(at + step);
    else return;
    event.preventDefault();
  };

  // A feed must hold articles: one without any is a fault to assistive technology and says nothing to anybody.
  if (count === 0) return null;
  return (
    <div
      class="feed"
      role="feed"
      aria-label={label}
      ref={feed}
      style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
      onFocusCapture={({ target }) => setPinned(target instanceof HTMLElement ? indexOf(target) : -1)}
    >
      {rows.map(({ key, index, start, size }) => (
        <div
          key={key}
          class="feed-row"
          role="article"
          tabIndex={0}
          data-index={index}
          aria-posinset={index + 1}
          aria-setsize={count}
          ref={(element) => virtualizer.measureElement(element)}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {drawn.has(key) ? (
            contents.get(index)
          ) : (
            <div class="row-waiting" style={{ blockSize: `${size}px` }} aria-busy="true" />
          )}
        </div>
      ))}
    </div>
  );
}

/** The rows in the window before those that wait above and below it. */
function inSightFirst(
  rows: readonly VirtualItem[],
  sight: { readonly startIndex: number; readonly endIndex: number } | null,
): readonly VirtualItem[] {
  const isInSight = ({ index }: VirtualItem): boolean =>
    sight !== null && index >= sight.startIndex && index <= sight.endIndex;
  return [...rows.filter(isInSight), ...rows.filter((item) => !isInSight(item))];
}

function indexOf(element: HTMLElement): number {
  return Number(element.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
}
