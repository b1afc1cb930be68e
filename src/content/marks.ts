import type { TextIndex } from '#core/anchor/text-index.ts';
import { matchInSteps } from '#core/anchor/match.ts';
import type { Detection, Mention, Person, Quotation } from '#core/detect/types.ts';
import type { SavedPassage } from '#core/saved-passage.ts';
import { overlaps, type Span } from '#core/text.ts';
import { keptStyle, type KeptStyle } from '#page/highlight-styles.ts';
import { inSlices } from '#page/in-slices.ts';
import type { TextMap } from '#page/text-map.ts';
import type { Outcome } from '#messaging/protocol.ts';

/** A detected quotation with its place in the page's text, where annotations live. */
export interface PlacedQuotation {
  readonly quotation: Quotation;
  readonly range: Range;
  readonly span: Span;
}

/** A saved passage with how and where it was found again. */
export interface PlacedPassage {
  readonly saved: SavedPassage;
  readonly outcome: Outcome;
  readonly range: Range | null;
  readonly span: Span | null;
  /** What is detected at this place now. */
  readonly quotation: Quotation | null;
}

/** What a place on the page is marked as. `id` is unique on the page. */
export type Mark =
  | {
      readonly id: string;
      readonly style: 'quotation';
      readonly range: Range;
      readonly placed: PlacedQuotation;
    }
  | {
      readonly id: string;
      readonly style: KeptStyle;
      readonly range: Range;
      readonly placed: PlacedPassage;
    }
  | {
      readonly id: string;
      readonly style: 'person';
      readonly range: Range;
      readonly person: Person;
      readonly mention: Mention;
    };

/** Gives detected quotations, whose spans are of the article's text, their places in the page's text. */
export function placeQuotations(
  quotations: readonly Quotation[],
  article: TextMap,
  page: TextMap,
): PlacedQuotation[] {
  return quotations.flatMap((quotation) => {
    const range = article.rangeOf(quotation);
    const span = range && page.spanOf(range);
    return range && span ? [{ quotation, range, span }] : [];
  });
}

/** Of the quotations that share text with a span, the one that shares most. */
function quotationAt(span: Span, quotations: readonly PlacedQuotation[]): PlacedQuotation | null {
  let best: PlacedQuotation | null = null;
  let most = 0;
  for (const placed of quotations) {
    const shared = Math.min(span.end, placed.span.end) - Math.max(span.start, placed.span.start);
    if (shared > most) [best, most] = [placed, shared];
  }
  return best;
}

/** Finds saved passages on the page as it is now, in slices: a reader may have kept a thousand. */
export async function placePassages(
  passages: readonly SavedPassage[],
  quotations: readonly PlacedQuotation[],
  page: TextMap,
  index: TextIndex,
): Promise<PlacedPassage[]> {
  const lists = passages.map(({ selector }) => selector);
  const matches = await inSlices(matchInSteps(lists, index));
  return passages.map((saved, i) => {
    const span = matches[i]?.span ?? null;
    const range = span && page.rangeOf(span);
    const outcome = span && range ? (matches[i]?.outcome ?? 'not-found') : 'not-found';
    if (!span || !range) return { saved, outcome: 'not-found', range: null, span: null, quotation: null };
    return { saved, outcome, range, span, quotation: quotationAt(span, quotations)?.quotation ?? null };
  });
}

/**
 * What to paint. The reader's word beats the detector's: a saved passage takes the place of the quotations that it overlaps, and
 * a quotation that the reader has refused is not marked.
 */
export function composeMarks(
  detection: Detection,
  quotations: readonly PlacedQuotation[],
  passages: readonly PlacedPassage[],
  article: TextMap,
): Mark[] {
  const taken = passages.flatMap(({ span }) => (span ? [span] : []));
  const marks: Mark[] = [];
  for (const placed of passages) {
    if (!placed.range || !placed.saved.isKept) continue;
    const style = placed.outcome === 'changed' ? 'changed' : keptStyle(placed.saved.styleClass);
    marks.push({ id: placed.saved.id, style, range: placed.range, placed });
  }
  for (const placed of quotations) {
    if (taken.some((span) => overlaps(span, placed.span))) continue;
    marks.push({
      id: `quotation:${placed.quotation.start}`,
      style: 'quotation',
      range: placed.range,
      placed,
    });
  }
  for (const person of detection.people) {
    for (const mention of person.mentions) {
      const range = article.rangeOf(mention);
      if (range) marks.push({ id: `mention:${mention.start}`, style: 'person', range, person, mention });
    }
  }
  return marks;
}
