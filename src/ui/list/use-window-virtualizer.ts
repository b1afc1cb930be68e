import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface WindowVirtualizerOptions {
  readonly count: number;
  /** The likely height of a row, in CSS px, until it is measured. */
  readonly estimate: number;
  /** Where the list begins on the page, in CSS px from its top. */
  readonly top: number;
  /** A row that stays in the document wherever one scrolls: the one that holds the focus; -1 for none. */
  readonly pinned: number;
  readonly keyOf: (index: number) => string;
}

/** The virtual list of @tanstack/virtual-core for Preact, over the window's own scrolling. */
export function useWindowVirtualizer({
  count,
  estimate,
  top,
  pinned,
  keyOf,
}: WindowVirtualizerOptions): Virtualizer<Window, HTMLElement> {
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const options = {
    count,
    scrollMargin: top,
    overscan: 4,
    getScrollElement: () => window,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    rangeExtractor: (range: Range) => withPinned(defaultRangeExtractor(range), pinned, range.count),
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  // The library's own life cycle: it listens from the first layout on, and looks anew after each.
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/** The rows of the range and the pinned one, each once, in ascending order. */
export function withPinned(indexes: readonly number[], pinned: number, count: number): number[] {
  if (pinned < 0 || pinned >= count || indexes.includes(pinned)) return [...indexes];
  return [...indexes, pinned].toSorted((a, b) => a - b);
}
