import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf, quoteOf, startOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import type { ExportWords } from './export-words.ts';
import { whoseWord } from './whose-word.ts';

/** What the formats for people say of a passage; '' for what is not known. Nothing is escaped. */
export interface PassageFacts {
  readonly exact: string;
  /** Who speaks; '' as well when the reader says that it is no quotation. */
  readonly speaker: string;
  readonly cue: string;
  /** Whose word that is. */
  readonly status: string;
  readonly note: string;
  readonly tags: readonly string[];
  /** The article's address, with a directive that leads to the passage. */
  readonly link: string;
  /** UTF-16 offset of the page's text; null when it is not known. */
  readonly start: number | null;
}

/** @param words those of `status`; English without */
export function passageFacts(annotation: Annotation, words?: ExportWords): PassageFacts {
  const { quotation, target } = annotation;
  const quote = quoteOf(annotation);
  const start = startOf(annotation);
  const isQuotation = quotation !== null && quotation.status !== 'rejected';
  return {
    exact: exactOf(annotation),
    speaker: isQuotation ? (speakerName(quotation) ?? '') : '',
    cue: isQuotation ? (quotation.cue ?? '') : '',
    status: whoseWord(quotation, words),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    link: quote === null ? target.source : textFragmentLink(target.source, quote),
    start: Number.isFinite(start) ? start : null,
  };
}
