import { request } from '#messaging/client.ts';
import type { ArticleAbout, Subject } from '#messaging/protocol.ts';
import type { ReadingPlace } from '#messaging/reading-channel.ts';
import { isKeptStyle } from '#page/highlight-styles.ts';
import type { Painter } from '#page/highlights.ts';
import { isTyping } from '#page/is-typing.ts';
import type { Host } from './host-element.ts';
import { createMarkOpener } from './mark-opener.ts';
import { createPageReader } from './page-reader.ts';
import { pageState, type Reading } from './page-session.ts';
import { createPopoverHolder } from './popover-holder.ts';
import { createShownReading } from './shown-reading.ts';
import { passageAt } from './subjects.ts';
import type { PageActions } from './tab-routes.ts';
import { watchWords } from './watch-words.ts';

/** The life of one page: read, painted, opened, read again when it has changed. */
export interface PageController extends Omit<PageActions, 'end'> {
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
  /** Whether the reader wants us on this site. */
  readonly isWanted: () => boolean;
}

export function createPageController(
  document: Document,
  painter: Painter,
  events: PageControllerEvents,
  signal: AbortSignal,
): PageController {
  const { onError, isWanted } = events;
  const shown = createShownReading(window, painter);
  const popover = createPopoverHolder(
    document,
    (range) => shown.showOpen(range),
    (range, isDone) => {
      shown.showOpen(range);
      const span = isDone && current()?.page.spanOf(range);
      if (span) request('popover.dragged', { start: span.start, end: span.end }).catch(onError);
    },
    events.onHost,
    onError,
    signal,
  );
  const current = (): Reading | null => shown.current();

  /** Shows a reading, or that there is none. An open popover stays: the reader may be writing in it. */
  const show = (next: Reading | null): void => {
    shown.show(next);
    watchKept(keptRanges(next));
    events.onRead();
  };
  const reader = createPageReader(document, { current, show, onError, isWanted }, signal);
  const read = async (): Promise<void> => {
    await reader.read();
    if (current() && !signal.aborted) await popover.prepare();
  };
  const watchKept = watchWords(document, signal, () => void read().catch(onError));
  const close = (): void => popover.close();
  const open = (about: ArticleAbout, subject: Subject, range: Range): Promise<boolean> => {
    events.onOpen();
    return popover.open(about, subject, range);
  };
  const opener = createMarkOpener({ document, painter, current, open, close });

  return {
    read,
    async resume() {
      await reader.refresh();
      await read();
    },
    refresh: () => void reader.refresh().catch(onError),
    hasAppeared: () => shown.hasAppeared(),
    isRead: () => current() !== null,
    prepare: () => popover.prepare(),
    openAt(x, y, inDocument) {
      const mark = shown.markAt(x, y, inDocument);
      if (mark) opener.openMark(mark).catch(onError);
    },
    readingPlace: () => shown.placeInView(),
    state: () => pageState(current()) ?? { state: reader.status() },
    reveal: (place) => opener.reveal(place),
    resizePopover: (height) => popover.resize(height),
    setEnds(span) {
      const reading = current();
      const range = reading?.page.rangeOf(span);
      if (!reading || !range) return null;
      popover.follow(range);
      return passageAt(span, reading.surroundings);
    },
    closePopover: close,
    keepFocus: () => popover.keepFocus(),
    openSelection: (intent) => opener.openSelection(intent),
    openNext: (step) => opener.openNext(step),
    detectAgain: () => reader.read(true),
    isTyping: () => isTyping(document),
  };
}

/** Where kept passages stand: their words are watched. */
const keptRanges = (reading: Reading | null): Range[] =>
  (reading?.marks ?? []).flatMap(({ style, range }) => (isKeptStyle(style) ? [range] : []));
