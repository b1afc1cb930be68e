import type { Detection, Quotation } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';

/** A stretch of the sample article. */
export interface SamplePart {
  readonly text: string;
  /** The quotation that it is, if it is one. */
  readonly quotation: Quotation | null;
  readonly isPerson: boolean;
}

interface Marked extends Span {
  readonly quotation: Quotation | null;
}

/** Paragraphs of a text with what was detected in it, in order. Of marks that overlap the first one counts, a quotation before a name. */
export function sampleParts(
  text: string,
  { quotations, people }: Detection,
): readonly (readonly SamplePart[])[] {
  const marked: Marked[] = [
    ...quotations.map((quotation) => ({ start: quotation.start, end: quotation.end, quotation })),
    ...people.flatMap(({ mentions }) => mentions.map(({ start, end }) => ({ start, end, quotation: null }))),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const paragraphs: SamplePart[][] = [];
  let at = 0;
  for (const paragraph of text.split('\n\n')) {
    const end = at + paragraph.length;
    const parts: SamplePart[] = [];
    const plain = (to: number): void => {
      if (to > at) parts.push({ text: text.slice(at, to), quotation: null, isPerson: false });
      at = Math.max(at, to);
    };
    for (const mark of marked) {
      if (mark.start < at || mark.end > end) continue;
      plain(mark.start);
      const { quotation } = mark;
      parts.push({ text: text.slice(mark.start, mark.end), quotation, isPerson: quotation === null });
      at = mark.end;
    }
    plain(end);
    paragraphs.push(parts);
    at = end + 2;
  }
  return paragraphs;
}
