import { possiblePlace } from '#core/anchor/possible-place.ts';
import type { Quotation } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';
import { wholeWords } from '#core/whole-words.ts';
import type { Place, Rank } from '#messaging/protocol.ts';
import { selectedRange } from '#page/selected-range.ts';
import { boxInWindow } from '#page/window-rects.ts';
import type { Mark } from './marks.ts';
import type { Reading } from './page-session.ts';

/** Where a place stands on the page now, or null. */
export function placeOfMark(reading: Reading, place: Place): Range | null {
  if (place.type === 'annotation') {
    return reading.placed.find(({ saved }) => saved.id === place.id)?.range ?? null;
  }
  if (place.type === 'possible') return possibleRange(reading, place.id);
  const { quotations, people } = reading.surroundings.detection;
  const found =
    place.type === 'quotation'
      ? quotations.find(({ start }) => start === place.start)
      : people.flatMap(({ mentions }) => mentions).find(({ start }) => start === place.start);
  return found ? reading.article.rangeOf(found) : null;
}

/** Where a saved passage that was not found may have stood. It is never painted: only a reader who asks is led there. */
function possibleRange({ placed, page, surroundings }: Reading, id: string): Range | null {
  const lost = placed.find(({ saved, outcome }) => saved.id === id && outcome === 'not-found');
  const place = lost && possiblePlace(lost.saved.selector, surroundings.index);
  return place ? page.rangeOf(place.span) : null;
}

/** The selected words, whole and without the space around them, with the detected quotation that they are, if they are one. */
export function selectedPassage(
  reading: Reading,
  document: Document,
): { range: Range; span: Span; quotation: Quotation | null } | null {
  const selected = selectedRange(document);
  const exact = selected && reading.page.spanOf(selected.range);
  const span = exact && wholeWords(reading.page.text, exact);
  const range = span && reading.page.rangeOf(span);
  if (!span || !range) return null;
  const inArticle = reading.article.spanOf(range);
  const quotation = reading.surroundings.detection.quotations.find(
    ({ start, end }) => inArticle && start >= inArticle.start - 1 && end <= inArticle.end + 1,
  );
  return { range, span, quotation: quotation ?? null };
}

/**
 * The quotation, kept or not, after the one that was opened last, or before it; else the first one below the viewport's upper edge,
 * or the last one above it.
 */
export function nextMark(marks: readonly Mark[], opened: Mark | null, step: 1 | -1 = 1): Mark | null {
  const inOrder = quotationsInOrder(marks);
  const last = inOrder.findIndex(({ id }) => id === opened?.id);
  if (last >= 0) return inOrder.at((last + step) % inOrder.length) ?? null;
  const below = inOrder.findIndex(({ range }) => topOf(range) >= 0);
  if (step === 1) return inOrder[Math.max(0, below)] ?? null;
  return (below === 0 ? null : inOrder.at(below < 0 ? -1 : below - 1)) ?? inOrder.at(-1) ?? null;
}

/** Which of the page's quotations a mark is, from 1 up, and of how many; null for a name. */
export function rankOf(marks: readonly Mark[], { id }: Mark): Rank | null {
  const inOrder = quotationsInOrder(marks);
  const at = inOrder.findIndex((mark) => mark.id === id);
  return at < 0 ? null : { number: at + 1, count: inOrder.length };
}

const quotationsInOrder = (marks: readonly Mark[]): Mark[] =>
  marks.filter(({ style }) => style !== 'person').toSorted((a, b) => startOf(a) - startOf(b));

const startOf = (mark: Mark): number => (mark.style === 'person' ? 0 : (mark.placed.span?.start ?? 0));

const topOf = (range: Range): number =>
  boxInWindow(range, range.startContainer.ownerDocument ?? document).top;
