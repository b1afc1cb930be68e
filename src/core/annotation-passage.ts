import type { Annotation } from './annotation.ts';
import type { TextQuoteSelector } from '#core/anchor/selector.ts';

/** The quote selector of an annotation, or null. */
export function quoteOf(annotation: Annotation): TextQuoteSelector | null {
  for (const selector of annotation.target.selector) {
    if (selector.type === 'TextQuoteSelector') return selector;
  }
  return null;
}

/** The passage's words as they stood when it was kept; '' when no quote selector was kept. */
export function exactOf(annotation: Annotation): string {
  return quoteOf(annotation)?.exact ?? '';
}

/** Where the passage stood when it was kept, as a UTF-16 offset of the page's text; Infinity when that is not known. */
export function startOf(annotation: Annotation): number {
  for (const selector of annotation.target.selector) {
    if (selector.type === 'TextPositionSelector') return selector.start;
  }
  return Infinity;
}

/** Compares two annotations of one article: by position, then by time of creation, then by id. */
export function byPosition(a: Annotation, b: Annotation): number {
  const [left, right] = [startOf(a), startOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  const [first, second] = a.created === b.created ? [a.id, b.id] : [a.created, b.created];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * Whether two annotations of one article are of the very same words at the same place: the same words, at the same offset or with the
 * same words before and after them. Where neither is known they may stand in two places.
 */
export function isSamePassage(a: Annotation, b: Annotation): boolean {
  const [one, other] = [quoteOf(a), quoteOf(b)];
  if (one === null || other === null || one.exact !== other.exact) return false;
  const [left, right] = [startOf(a), startOf(b)];
  if (Number.isFinite(left) && left === right) return true;
  const isKnown = one.prefix !== '' && one.suffix !== '';
  return isKnown && one.prefix === other.prefix && one.suffix === other.suffix;
}
