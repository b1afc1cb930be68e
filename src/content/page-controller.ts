import type { PageState, Place, Subject } from '#messaging/protocol.ts';
import type { ReadingPlace } from '#messaging/reading-channel.ts';
import { readArticle } from '#page/article.ts';
import { revealRange } from '#page/flash.ts';
import type { Painter } from '#page/highlights.ts';
import { createHitTester, type HitTester } from '#page/hit-test.ts';
import { isArticle } from '#page/is-article.ts';
import type { Mark } from './marks.ts';
import { nextMark, placeOfMark, selectedPassage } from './page-places.ts';
import {
  pageState,
  readPage,
  type Reading,
  refreshReading,
  replaceReading,
  reportOutcomes,
} from './page-session.ts';
import { createPopoverHolder } from './popover-holder.ts';
import { placeInView, quotationPlaces } from './reading-place.ts';
import { personSubject, quotationSubject } from './subjects.ts';
import type { PageActions } from './tab-routes.ts';
import { watchWords } from './watch-words.ts';
import { createWhereabouts } from './whereabouts.ts';

/** The life of one page: read, painted, opened, read again when it has changed. */
export interface PageController extends PageActions {
  /** Reads the page, if it is an article. Called again when the page has become another one or has grown. */
  read(): Promise<void>;
  /** Opens the mark under a point of the viewport (CSS px), if there is one. */
  openAt(x: number, y: number): void;
  /** Where the quotation begins that the reader's eye is on. */
  readingPlace(): ReadingPlace;
}

/** @param onError told what went wrong where nobody waits for it */
export function createPageController(
  document: Document,
  painter: Painter,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): PageController {
  let status: 'not-article' | 'reading' | 'failed' = 'not-article';
  let reading: Reading | null = null;
  let hits: HitTester<Mark> = createHitTester<Mark>([]);
  let places = quotationPlaces([]);
  let opened: Mark | null = null;
  let openRange: Range | null = null;
  let turn = 0;
  const whereabouts = createWhereabouts(document);

  const repaint = (): void => {
    const open = openRange ? [{ id: 'open', style: 'open' as const, range: openRange }] : [];
    painter.paint([...(reading?.marks ?? []), ...open]);
  };

  const onOpenRange = (range: Range | null): void => {
    openRange = range;
    repaint();
  };
  const popover = createPopoverHolder(document, onOpenRange, onError, signal);

  /** Shows a reading, or that there is none. An open popover stays: the reader may be writing in it. */
  const show = (next: Reading | null): void => {
    reading = next;
    const marks = next?.marks ?? [];
    hits = createHitTester(marks);
    places = quotationPlaces(marks);
    watchKept(marks.flatMap(({ style, range }) => (style === 'saved' || style === 'changed' ? [range] : [])));
    repaint();
  };

  const read = async (): Promise<void> => {
    const mine = ++turn;
    const article = isArticle(document, document.location.href) ? readArticle(document) : null;
    if (!article) {
      status = 'not-article';
      show(null);
      return;
    }
    status = 'reading';
    try {
      const where = whereabouts(article.canonical);
      const same = reading && (await replaceReading(document, reading, article, where));
      const next = same ?? (await readPage(document, article, where));
      // The page has moved on while the background was detecting: a later call shows what stands there now.
      if (mine !== turn || signal.aborted) return;
      show(next);
      if (!same) reportOutcomes(next).catch(onError);
      await popover.prepare();
    } catch (error) {
      if (mine === turn) status = 'failed';
      throw error;
    }
  };
  const watchKept = watchWords(document, signal, () => void read().catch(onError));

  const open = async (subject: Subject, range: Range): Promise<boolean> =>
    reading !== null && popover.open(reading.about, subject, range);

  const openMark = async (mark: Mark): Promise<boolean> => {
    if (!reading) return false;
    opened = mark;
    const { surroundings } = reading;
    if (mark.style === 'person') return open(personSubject(mark.person, surroundings), mark.range);
    if (mark.style === 'quotation') {
      const { quotation, span } = mark.placed;
      return open(quotationSubject(span, quotation, null, surroundings), mark.range);
    }
    const { annotation, span, quotation } = mark.placed;
    if (!span) return false;
    const saved = { id: annotation.id, outcome: mark.style === 'changed' ? 'changed' : 'exact' } as const;
    return open(quotationSubject(span, quotation, saved, surroundings), mark.range);
  };

  return {
    read,
    openAt(x, y) {
      const mark = hits.at(x, y)[0];
      if (mark) openMark(mark).catch(onError);
    },
    readingPlace: () => placeInView(places, window.innerHeight),
    state(): PageState {
      return reading ? pageState(reading) : { state: status };
    },
    reveal(place: Place) {
      const range = reading && placeOfMark(reading, place);
      if (!range) return false;
      popover.close();
      revealRange(range, painter);
      return true;
    },
    resizePopover: (height) => popover.resize(height),
    closePopover: () => popover.close(),
    async keepSelection() {
      const passage = reading && selectedPassage(reading, document);
      if (!reading || !passage) return false;
      const { span, quotation, range } = passage;
      return open(quotationSubject(span, quotation, null, reading.surroundings), range);
    },
    async openNext() {
      const mark = reading && nextMark(reading.marks, opened);
      if (!mark) return false;
      revealRange(mark.range, painter);
      return openMark(mark);
    },
    refresh() {
      const before = reading;
      if (!before) return;
      refreshReading(before)
        .then((next) => {
          // A reading that was replaced meanwhile has its own records.
          if (reading === before) show(next);
        })
        .catch(onError);
    },
  };
}
