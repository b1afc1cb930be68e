import browser from 'webextension-polyfill';
import { request } from '#messaging/client.ts';
import type { PageState, Place, Subject } from '#messaging/protocol.ts';
import { readArticle } from '#page/article.ts';
import { revealRange } from '#page/flash.ts';
import type { Painter } from '#page/highlights.ts';
import { createHitTester, type HitTester } from '#page/hit-test.ts';
import { isArticle } from '#page/is-article.ts';
import { createHost } from './host-element.ts';
import type { Mark } from './marks.ts';
import { nextMark, placeOfMark, selectedPassage } from './page-places.ts';
import { pageState, readPage, type Reading, refreshReading, replaceReading } from './page-session.ts';
import { createPopoverFrame, type PopoverFrame } from './popover-frame.ts';
import { personSubject, quotationSubject } from './subjects.ts';
import type { PageActions } from './tab-routes.ts';

/** The life of one page: read, painted, opened, read again when it has changed. */
export interface PageController extends PageActions {
  /** Reads the page, if it is an article. Called again when the page has become another one or has grown. */
  read(): Promise<void>;
  /** Opens the mark under a point of the viewport (CSS px), if there is one. */
  openAt(x: number, y: number): void;
}

export function createPageController(
  document: Document,
  painter: Painter,
  signal: AbortSignal,
): PageController {
  let status: 'not-article' | 'reading' | 'failed' = 'not-article';
  let reading: Reading | null = null;
  let hits: HitTester<Mark> = createHitTester<Mark>([]);
  let frame: PopoverFrame | null = null;
  let opened: Mark | null = null;
  let openRange: Range | null = null;
  let turn = 0;
  /** Counts what the reader wants opened or closed: only the last wish holds. */
  let wish = 0;

  const popover = (): PopoverFrame => {
    frame ??= createPopoverFrame(
      createHost(document, signal),
      browser.runtime.getURL('src/popover/popover.html'),
      () => {
        openRange = null;
        repaint();
      },
      signal,
    );
    return frame;
  };

  const repaint = (): void => {
    const open = openRange ? [{ id: 'open', style: 'open' as const, range: openRange }] : [];
    painter.paint([...(reading?.marks ?? []), ...open]);
  };

  const show = (next: Reading): void => {
    reading = next;
    hits = createHitTester(next.marks);
    repaint();
  };

  const forget = (): void => {
    reading = null;
    hits = createHitTester<Mark>([]);
    opened = null;
    frame?.close();
    repaint();
  };

  const open = async (subject: Subject, range: Range): Promise<void> => {
    if (!reading) return;
    const mine = ++wish;
    await request('popover.prepare', { about: reading.about, subject });
    // Meanwhile the reader may have pressed elsewhere: a double click selects a word and opens nothing.
    if (mine !== wish || signal.aborted) return;
    popover().open(range);
    openRange = range;
    repaint();
  };

  const openMark = async (mark: Mark): Promise<void> => {
    if (!reading) return;
    opened = mark;
    const { surroundings } = reading;
    if (mark.style === 'person') return open(personSubject(mark.person, surroundings), mark.range);
    if (mark.style === 'quotation') {
      const { quotation, span } = mark.placed;
      return open(quotationSubject(span, quotation, null, surroundings), mark.range);
    }
    const { annotation, span, quotation } = mark.placed;
    if (!span) return undefined;
    const saved = { id: annotation.id, outcome: mark.style === 'changed' ? 'changed' : 'exact' } as const;
    return open(quotationSubject(span, quotation, saved, surroundings), mark.range);
  };

  const report = (error: unknown): void => {
    if (!signal.aborted) console.warn('On Record', error);
  };

  return {
    async read() {
      const mine = ++turn;
      if (!isArticle(document, document.location.href)) {
        status = 'not-article';
        forget();
        return;
      }
      status = 'reading';
      try {
        const article = readArticle(document);
        if (!article) {
          status = 'not-article';
          forget();
          return;
        }
        const next =
          (reading && replaceReading(document, reading, article)) ?? (await readPage(document, article));
        // The page has moved on while the background was detecting: a later call shows what stands there now.
        if (mine !== turn || signal.aborted) return;
        show(next);
        popover();
      } catch (error) {
        if (mine === turn) status = 'failed';
        throw error;
      }
    },
    openAt(x, y) {
      const mark = hits.at(x, y)[0];
      if (mark) openMark(mark).catch(report);
    },
    state(): PageState {
      return reading ? pageState(reading) : { state: status };
    },
    reveal(place: Place) {
      const range = reading && placeOfMark(reading, place);
      if (!range) return false;
      frame?.close();
      revealRange(range, painter);
      return true;
    },
    resizePopover: (height) => frame?.resize(height),
    closePopover() {
      wish += 1;
      frame?.close();
    },
    async keepSelection() {
      const passage = reading && selectedPassage(reading, document);
      if (!reading || !passage) return false;
      await open(
        quotationSubject(passage.span, passage.quotation, null, reading.surroundings),
        passage.range,
      );
      return true;
    },
    async openNext() {
      const mark = reading && nextMark(reading.marks, opened);
      if (!mark) return false;
      revealRange(mark.range, painter);
      await openMark(mark);
      return true;
    },
    refresh() {
      const before = reading;
      if (!before) return;
      refreshReading(before)
        .then((next) => {
          // A reading that was replaced meanwhile has its own records.
          if (reading === before) show(next);
        })
        .catch(report);
    },
  };
}
