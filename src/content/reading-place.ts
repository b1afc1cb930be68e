import type { ReadingPlace } from '#messaging/reading-channel.ts';
import type { Mark } from './marks.ts';

/** The reader's eye is taken to be so far down the viewport. */
const eyeLine = 0.4;
/** Scrolling is looked at this often, in ms. */
const pace = 100;

interface PlacedStart {
  readonly start: number;
  /** Where it stands in the viewport now, in CSS px. */
  readonly box: () => { readonly top: number; readonly bottom: number };
}

/** The quotations among the marks, kept or not, in the order in which they stand on the page. */
export function quotationPlaces(marks: readonly Mark[]): readonly PlacedStart[] {
  return marks
    .flatMap((mark): PlacedStart[] => {
      if (mark.style === 'person') return [];
      const { quotation } = mark.placed;
      return quotation === null
        ? []
        : [{ start: quotation.start, box: () => mark.range.getBoundingClientRect() }];
    })
    .toSorted((a, b) => a.start - b.start);
}

/**
 * The quotation that the reader's eye is on: the last that begins above the eye's line, if some of it is still in sight, else the
 * first below. Looked up by bisection, as each look makes the browser lay out: the places are as good as sorted from top to bottom.
 */
export function placeInView(places: readonly PlacedStart[], viewportHeight: number): ReadingPlace {
  const line = viewportHeight * eyeLine;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = places[middle]?.box().top ?? Infinity;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  const above = places[low - 1];
  if (above !== undefined && above.box().bottom > 0) return above.start;
  const below = places[low];
  return below !== undefined && below.box().top < viewportHeight ? below.start : null;
}

/** Tells the place now, and again whenever scrolling has changed it, until the signal aborts. */
export function watchReadingPlace(
  window: Window,
  placeNow: () => ReadingPlace,
  tell: (place: ReadingPlace) => void,
  signal: AbortSignal,
): void {
  let last: ReadingPlace | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const place = placeNow();
    if (place === last || signal.aborted) return;
    last = place;
    tell(place);
  };
  const soon = (): void => {
    timer ??= setTimeout(look, pace);
  };
  // Captured: some pages scroll an element of theirs instead of the window.
  window.document.addEventListener('scroll', soon, { passive: true, capture: true, signal });
  window.addEventListener('resize', soon, { passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  look();
}
