import type { ReadingPlace } from '#messaging/reading-channel.ts';
import type { Painter } from '#page/highlights.ts';
import { createHitTester, type HitTester } from '#page/hit-test.ts';
import { hasAppeared } from '#page/hidden-text.ts';
import type { Mark } from './marks.ts';
import { hiddenText, type Reading } from './page-session.ts';
import { placeInView, quotationPlaces } from './reading-place.ts';

/** The reading that the reader sees painted, and what can be asked about it. */
export interface ShownReading {
  /** Null while none is shown. */
  current(): Reading | null;
  /** Paints a reading in place of the one before, or takes all marks away. What is open stays painted. */
  show(next: Reading | null): void;
  /** Paints the range for which the popover is open; null when it has closed. */
  showOpen(range: Range | null): void;
  /** The uppermost mark under a point of a document's viewport (CSS px), if there is one. */
  markAt(x: number, y: number, document: Document): Mark | null;
  /** Where the quotation begins that the reader's eye is on. */
  placeInView(): ReadingPlace;
  /** Whether text that was hidden when the page was read is shown now. */
  hasAppeared(): boolean;
}

export function createShownReading(window: Window, painter: Painter): ShownReading {
  let reading: Reading | null = null;
  let hits: HitTester<Mark> = createHitTester<Mark>([]);
  let places = quotationPlaces([]);
  let hidden: readonly Element[] = [];
  let openRange: Range | null = null;

  const repaint = (): void => {
    const open = openRange ? [{ id: 'open', style: 'open' as const, range: openRange }] : [];
    painter.paint([...(reading?.marks ?? []), ...open]);
  };

  return {
    current: () => reading,
    show(next) {
      reading = next;
      const marks = next?.marks ?? [];
      hidden = next ? hiddenText(next) : [];
      hits = createHitTester(marks);
      places = quotationPlaces(marks);
      repaint();
    },
    showOpen(range) {
      openRange = range;
      repaint();
    },
    markAt: (x, y, document) => hits.at(x, y, document)[0] ?? null,
    placeInView: () => placeInView(places, window.innerHeight),
    hasAppeared: () => hasAppeared(hidden),
  };
}
