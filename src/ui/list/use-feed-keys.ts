import { type RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const steps: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowDown: 1, ArrowUp: -1 };

/** A list that keys lead through. */
interface FeedKeys {
  readonly feed: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Brings a row into the document and into sight. */
  readonly go: (index: number) => void;
}

/**
 * The keys of a feed (ARIA practices): PageDown and PageUp go from row to row from anywhere in it, the arrow keys, Home and End when the
 * row itself has the focus. The row that keys went to has the focus as soon as it is there.
 */
export function useFeedKeys({ feed, count, go }: FeedKeys): (event: KeyboardEvent) => void {
  const wanted = useRef(-1);
  useLayoutEffect(() => {
    // A row that keys went to may first have to be brought into the document, and what it shows to be loaded: then it is another element.
    if (wanted.current < 0) return;
    const row = `[data-index="${wanted.current}"]:not(:has(> .row-waiting))`;
    const target = feed.current?.querySelector<HTMLElement>(row) ?? null;
    if (target === null) return;
    wanted.current = -1;
    target.focus({ preventScroll: true });
  });
  const goTo = (index: number): void => {
    if (count === 0) return;
    wanted.current = Math.min(count - 1, Math.max(0, index));
    go(wanted.current);
  };
  return (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.closest('input, textarea, [contenteditable]') !== null)
      return;
    const onRow = target.hasAttribute('data-index');
    const step = steps[key];
    if (key === 'Home' && (onRow || event.ctrlKey)) goTo(0);
    else if (key === 'End' && (onRow || event.ctrlKey)) goTo(count - 1);
    else if (step !== undefined && (onRow || key.startsWith('Page'))) goTo(rowIndexOf(target) + step);
    else return;
    event.preventDefault();
  };
}

/** The place in the whole list of the row in which an element stands; -1 outside of every row. */
export function rowIndexOf(element: HTMLElement): number {
  return Number(element.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
}
