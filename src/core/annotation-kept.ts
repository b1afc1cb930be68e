import type { Annotation } from './annotation.ts';

/**
 * Whether a record is something that the reader keeps: everything but the bare refusal of a detection. A refused one with a note or
 * tags holds the reader's own words and is kept like any other.
 */
export function isKept({ quotation, body }: Annotation): boolean {
  return quotation?.status !== 'rejected' || body.length > 0;
}
