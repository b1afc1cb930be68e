import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { isAtEdge, lastSpan, SPAN, spanAround, spanAt, spanBeyond } from './list-span.ts';

export interface WindowVirtualizerOptions {
  readonly count: number;
  /** The likely height of a row, in CSS px, until it is measured. */
  readonly estimate: number;
  /** Where the list begins on the page, in CSS px from its top. */
  readonly top: number;
  /** A row that stays in the document wherever one scrolls: the one that holds the focus; -1 for none. */
  readonly pinned: number;
  /** Another function says that keys have changed: the places of all rows are then reckoned anew. */
  readonly keyOf: (index: number) => string | number;
}

/** A row that is to stand in the document. */
export interface VirtualRow {
  readonly key: VirtualItem['key'];
  readonly index: number;
  /** Its number in the part of the list that is laid out. */
  readonly local: number;
  /** CSS px from the top of the list. */
  readonly start: number;
  /** Its height in CSS px, measured or likely. */
  readonly size: number;
  readonly isInSight: boolean;
}

export interface WindowVirtualizer {
  readonly rows: readonly VirtualRow[];
  /** The first and the last row that are in the window. */
  readonly sight: readonly [number, number];
  /** The height of all that is laid out, in CSS px. */
  readonly height: number;
  readonly isScrolling: boolean;
  /** To be told of each row's element when it comes and (null) when one goes; always the same function. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly go: (index: number, align: 'auto' | 'center') => void;
}

/** The attribute that holds a row's `local` number. */
export const LOCAL = 'data-local';
/** Who scrolls by more windows than this from frame to frame has not turned a wheel, but drawn the handle of the scroll bar. */
const JUMP = 2;
/** But who turns a wheel, or swipes, can get as far in one frame of a slow machine: so long, in ms, the window is moved by that. */
const TURN = 1_000;

type Core = Virtualizer<Window, HTMLElement>;
type ScrollTo = (
  offset: number,
  how: { readonly adjustments?: number; readonly behavior?: ScrollBehavior },
  core: Core,
) => void;

/** Which part of the list is laid out, and how it came there. */
interface Place {
  base: number;
  /** Where the window was when it was last looked at. */
  offset: number;
  /** Whether this list scrolls by itself, to a row. */
  own: 'asked' | 'under way' | null;
  /** When a wheel was turned or the screen swiped last, in ms on the page's clock. */
  turned: number;
  /** What the window is to be scrolled by, so that the same rows stay where they are when the part moves on. */
  shift: number;
}

/** The virtual list of @tanstack/virtual-core for Preact, over the window's own scrolling, for a list of any length. */
export function useWindowVirtualizer(options: WindowVirtualizerOptions): WindowVirtualizer {
  const { count, top } = options;
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  const { current: place } = useRef<Place>({
    base: 0,
    offset: window.scrollY,
    own: null,
    turned: -TURN,
    shift: 0,
  });
  const keys = useRef<Keys | null>(null);
  place.base = Math.min(place.base, lastSpan(count));
  const optionsAt = (base: number) => {
    keys.current = keysFrom(keys.current, base, options.keyOf);
    const scrollToFn: ScrollTo = (offset, how, within) => {
      // Not the reader's doing: several tall rows at once would be taken for a handle that was drawn.
      place.offset += how.adjustments ?? 0;
      scrollWindow(offset, how, within);
    };
    return { ...coreOptions(options, base, keys.current.key), scrollToFn, onChange: () => redraw() };
  };
  const [core] = useState<Core>(() => new Virtualizer(optionsAt(place.base)));
  const layOut = (base: number): void => core.setOptions(optionsAt(base));
  layOut(place.base);
  if (count > SPAN) follow(core, place, count, top, layOut);
  // The library's own life cycle: it listens from the first layout on, and looks anew after each.
  useLayoutEffect(() => core._didMount(), [core]);
  useLayoutEffect(() => hearTurns(place), [place]);
  useLayoutEffect(() => {
    core._willUpdate();
    if (place.shift === 0) return;
    scrollBy(0, place.shift);
    place.shift = 0;
  });
  const items = core.getVirtualItems();
  const { startIndex, endIndex } = core.range ?? { startIndex: 0, endIndex: -1 };
  return {
    rows: items.map((item) => rowOf(item, place.base, top, core.range)),
    sight: [place.base + startIndex, place.base + endIndex],
    height: core.getTotalSize(),
    isScrolling: core.isScrolling,
    measure: core.measureElement,
    go(index, align) {
      if (isAtEdge(count, place.base, index)) {
        place.base = spanAround(count, index);
        place.own = 'asked';
        layOut(place.base);
        redraw();
      }
      core.scrollToIndex(index - place.base, { align });
    },
  };
}

interface Keys {
  readonly base: number;
  readonly keyOf: WindowVirtualizerOptions['keyOf'];
  readonly key: (local: number) => string | number;
}

/** One function as long as it gives the same keys: to the library, another one means that all keys have changed. */
function keysFrom(known: Keys | null, base: number, keyOf: Keys['keyOf']): Keys {
  if (known?.base === base && known.keyOf === keyOf) return known;
  return { base, keyOf, key: (local) => keyOf(base + local) };
}

function coreOptions(
  { count, estimate, top, pinned }: WindowVirtualizerOptions,
  base: number,
  getItemKey: Keys['key'],
) {
  return {
    count: Math.min(count, SPAN),
    scrollMargin: top,
    overscan: 4,
    indexAttribute: LOCAL,
    getScrollElement: (): Window => window,
    estimateSize: () => estimate,
    getItemKey,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    initialOffset: () => window.scrollY,
    rangeExtractor: (range: Range) => withPinned(defaultRangeExtractor(range), pinned - base, range.count),
  };
}

/**
 * Where a row turns out to be taller than was thought, the library has the window follow, by so much from where it was when it last looked.
 * By now it may be elsewhere: who draws the handle of the scroll bar would be thrown back.
 */
const scrollWindow: ScrollTo = (offset, how, core) => {
  if (how.adjustments === undefined) windowScroll(offset, how, core);
  else scrollBy(0, how.adjustments);
};

/** Notes when a wheel is turned or the screen swiped. Returns what ends it. */
function hearTurns(place: Place): () => void {
  const controller = new AbortController();
  const note = (): void => {
    place.turned = performance.now();
  };
  for (const kind of ['wheel', 'touchmove'])
    addEventListener(kind, note, { passive: true, signal: controller.signal });
  return () => controller.abort();
}

/** Moves the part that is laid out along with the window. */
function follow(core: Core, place: Place, count: number, top: number, layOut: (base: number) => void): void {
  const offset = core.scrollOffset ?? 0;
  const moved = Math.abs(offset - place.offset);
  place.offset = offset;
  if (place.own === 'asked' && moved > 0) place.own = 'under way';
  if (place.own === 'under way' && !core.isScrolling) place.own = null;
  const range = core.calculateRange();
  if (place.own !== null || range === null) return;
  if (moved > JUMP * innerHeight && performance.now() - place.turned > TURN) {
    place.base = spanAt(count, (offset - top) / Math.max(1, core.getTotalSize() - innerHeight));
    return layOut(place.base);
  }
  const { base } = place;
  const first = base + range.startIndex;
  const next = spanBeyond(count, base, first, base + range.endIndex);
  if (next === base) return;
  const before = core.measurementsCache[range.startIndex]?.start ?? 0;
  layOut(next);
  // Reckons where the rows stand now.
  core.getTotalSize();
  const shift = (core.measurementsCache[first - next]?.start ?? before) - before;
  place.base = next;
  place.shift += shift;
  place.offset = offset + shift;
  // The window is there as soon as these rows are in the document.
  core.scrollOffset = offset + shift;
}

function rowOf(
  { key, index, start, size }: VirtualItem,
  base: number,
  top: number,
  sight: { readonly startIndex: number; readonly endIndex: number } | null,
): VirtualRow {
  const isInSight = sight !== null && index >= sight.startIndex && index <= sight.endIndex;
  return { key, index: base + index, local: index, start: start - top, size, isInSight };
}

/** The rows of the range and the pinned one, each once, in ascending order. */
function withPinned(indexes: readonly number[], pinned: number, count: number): number[] {
  if (pinned < 0 || pinned >= count || indexes.includes(pinned)) return [...indexes];
  return [...indexes, pinned].toSorted((a, b) => a - b);
}
