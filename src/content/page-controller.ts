import type { Intent, PageState, Place, Subject } from '#messaging/protocol.ts';
import type { ReadingPlace } from '#messaging/reading-channel.ts';
import { readArticle } from '#page/article.ts';
import { revealRange } from '#page/flash.ts';
import type { Painter } from '#page/highlights.ts';
import { createHitTester, type HitTester } from '#page/hit-test.ts';
import { hasAppeared } from '#page/hidden-text.ts';
import { isArticle } from '#page/is-article.ts';
import type { Span } from '#core/text.ts';
import type { Host } from './host-element.ts';
import type { Mark } from './marks.ts';
import { nextMark, placeOfMark, selectedPassage } from './page-places.ts';
import {
  hiddenText,
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
  /** The page has come back from the back/forward cache: records and settings may have changed while it slept. */
  resume(): Promise<void>;
  /** Whether text that was hidden when the page was read is shown now. */
  hasAppeared(): boolean;
  /** Opens the mark under a point of a document's viewport (CSS px), if there is one and marks are shown. */
  openAt(x: number, y: number, document: Document): void;
  /** Where the quotation begins that the reader's eye is on. */
  readingPlace(): ReadingPlace;
  /** Whether the page is an article that has been read. */
  isRead(): boolean;
  /** Has our element on the page. */
  prepare(): Promise<void>;
}

/** What a page tells. */
export interface PageControllerEvents {
  /** The page has been read. */
  readonly onRead: () => void;
  /** Our element has been made. */
  readonly onHost: (host: Host) => void;
  readonly onOpen: () => void;
  /** Something went wrong where nobody waits for it. */
  readonly onError: (error: unknown) => void;
}

export function createPageController(
  document: Document,
  painter: Painter,
  events: PageControllerEvents,
  signal: AbortSignal,
): PageController {
  const { onError } = events;
  let status: 'not-article' | 'reading' | 'failed' = 'not-article';
  let reading: Reading | null = null;
  let hits: HitTester<Mark> = createHitTester<Mark>([]);
  let places = quotationPlaces([]);
  let opened: Mark | null = null;
  let openRange: Range | null = null;
  let hidden: readonly Element[] = [];
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
  const popover = createPopoverHolder(document, onOpenRange, events.onHost, onError, signal);

  /** Shows a reading, or that there is none. An open popover stays: the reader may be writing in it. */
  const show = (next: Reading | null): void => {
    reading = next;
    const marks = next?.marks ?? [];
    hidden = next ? hiddenText(next) : [];
    hits = createHitTester(marks);
    places = quotationPlaces(marks);
    watchKept(marks.flatMap(({ style, range }) => (style === 'saved' || style === 'changed' ? [range] : [])));
    repaint();
    events.onRead();
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

  const open = async (subject: Subject, range: Range): Promise<boolean> => {
    if (reading === null) return false;
    events.onOpen();
    return popover.open(reading.about, subject, range);
  };
  const refresh = async (): Promise<void> => {
    const before = reading;
    if (!before) return;
    const next = await refreshReading(before);
    // A reading that was replaced meanwhile has its own records.
    if (reading === before) show(next);
  };

  const openMark = async (mark: Mark, intent: Intent = 'show'): Promise<boolean> => {
    if (!reading) return false;
    opened = mark;
    const { surroundings } = reading;
    if (mark.style === 'person') return open(personSubject(mark.person, surroundings), mark.range);
    if (mark.style === 'quotation') {
      const { quotation, span } = mark.placed;
      return open(quotationSubject(span, quotation, null, surroundings, intent), mark.range);
    }
    const { annotation, span, quotation } = mark.placed;
    if (!span) return false;
    const saved = { id: annotation.id, outcome: mark.style === 'changed' ? 'changed' : 'exact' } as const;
    return open(quotationSubject(span, quotation, saved, surroundings, intent), mark.range);
  };

  return {
    read,
    async resume() {
      await refresh();
      await read();
    },
    hasAppeared: () => hasAppeared(hidden),
    isRead: () => reading !== null,
    prepare: () => popover.prepare(),
    openAt(x, y, inDocument) {
      const mark = hits.at(x, y, inDocument)[0];
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
    async openSelection(intent) {
      const passage = reading && selectedPassage(reading, document);
      if (!reading || !passage) return false;
      const { span, quotation, range } = passage;
      const same = reading.marks.find(
        (mark) => mark.style !== 'person' && isSameSpan(mark.placed.span, span),
      );
      if (same) return openMark(same, intent);
      return open(quotationSubject(span, quotation, null, reading.surroundings, intent), range);
    },
    async openNext() {
      const mark = reading && nextMark(reading.marks, opened);
      if (!mark) return false;
      revealRange(mark.range, painter);
      return openMark(mark);
    },
    refresh() {
      refresh().catch(onError);
    },
  };
}

const isSameSpan = (a: Span | null, b: Span): boolean => a?.start === b.start && a.end === b.end;
