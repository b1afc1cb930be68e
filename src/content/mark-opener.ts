import type { Span } from '#core/text.ts';
import type { ArticleAbout, Intent, Place, Subject } from '#messaging/protocol.ts';
import { revealRange } from '#page/flash.ts';
import type { Painter } from '#page/highlights.ts';
import type { Mark } from './marks.ts';
import { nextMark, placeOfMark, rankOf, selectedPassage } from './page-places.ts';
import type { Reading } from './page-session.ts';
import { personSubject, quotationSubject } from './subjects.ts';

/** Opens what the reader points at. Each answers whether there was something to open. */
export interface MarkOpener {
  openMark(mark: Mark, intent?: Intent): Promise<boolean>;
  /** Opens the selected words: the mark that they are, if they are one. */
  openSelection(intent: Intent): Promise<boolean>;
  /** Leads to the quotation after the one that was opened last, or before it, and opens it. */
  openNext(step: 1 | -1): Promise<boolean>;
  /** Leads to a place, and closes what is open. The next quotation is then the one after it. */
  reveal(place: Place): boolean;
}

/** What opening needs of the page. */
export interface OpenerPage {
  readonly document: Document;
  readonly painter: Painter;
  readonly current: () => Reading | null;
  readonly open: (about: ArticleAbout, subject: Subject, range: Range) => Promise<boolean>;
  readonly close: () => void;
}

export function createMarkOpener({ document, painter, current, open, close }: OpenerPage): MarkOpener {
  let opened: Mark | null = null;

  const openMark = async (mark: Mark, intent: Intent = 'show'): Promise<boolean> => {
    const reading = current();
    if (!reading) return false;
    opened = mark;
    const subject = subjectOf(mark, reading, intent);
    if (subject === null) return false;
    const ranked = subject.type === 'quotation' ? { ...subject, rank: rankOf(reading.marks, mark) } : subject;
    // A range of its own: its ends may be moved before that is saved.
    return open(reading.about, ranked, mark.range.cloneRange());
  };

  return {
    openMark,
    async openSelection(intent) {
      const reading = current();
      const passage = reading && selectedPassage(reading, document);
      if (!reading || !passage) return false;
      const { span, quotation, range } = passage;
      const same = reading.marks.find(
        (mark) => mark.style !== 'person' && isSameSpan(mark.placed.span, span),
      );
      if (same) return openMark(same, intent);
      return open(
        reading.about,
        quotationSubject(span, quotation, null, reading.surroundings, intent),
        range,
      );
    },
    async openNext(step) {
      const mark = nextMark(current()?.marks ?? [], opened, step);
      if (!mark) return false;
      revealRange(mark.range, painter);
      return openMark(mark);
    },
    reveal(place) {
      const reading = current();
      const range = reading && placeOfMark(reading, place);
      if (!range) return false;
      close();
      opened = markAt(reading.marks, range) ?? opened;
      revealRange(range, painter);
      return true;
    },
  };
}

/** The quotation that begins where a range does, kept or not. */
const markAt = (marks: readonly Mark[], { startContainer, startOffset }: Range): Mark | undefined =>
  marks.find(
    ({ style, range }) =>
      style !== 'person' && range.startContainer === startContainer && range.startOffset === startOffset,
  );

/** What the popover is to show for a mark; null for a kept passage that has no place any more. */
function subjectOf(mark: Mark, { surroundings }: Reading, intent: Intent): Subject | null {
  if (mark.style === 'person') return personSubject(mark.person, surroundings);
  if (mark.style === 'quotation') {
    const { quotation, span } = mark.placed;
    return quotationSubject(span, quotation, null, surroundings, intent);
  }
  const { saved: passage, span, quotation } = mark.placed;
  if (!span) return null;
  const saved = { id: passage.id, outcome: mark.style === 'changed' ? 'changed' : 'exact' } as const;
  return quotationSubject(span, quotation, saved, surroundings, intent);
}

const isSameSpan = (a: Span | null, b: Span): boolean => a?.start === b.start && a.end === b.end;
