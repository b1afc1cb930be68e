import { exactOf } from './annotation-passage.ts';
import type { Annotation, QuotationRecord } from './annotation.ts';
import type { NameDecisions } from './name-decisions.ts';

/** Words that were detected as a quotation, and what was made of them. */
export interface DetectedWords {
  readonly exact: string;
  readonly quotation: QuotationRecord;
}

/**
 * What was detected, with the reader's word in place of the detector's: what he or she has said of this very quotation, else whom the
 * article's names mean by the reader's decisions. What the detector had said stays beside it.
 * @param records what is kept of the same article
 */
export function decidedQuotation(
  detected: DetectedWords,
  records: readonly Annotation[],
  { speakerOf }: NameDecisions,
): DetectedWords {
  const { exact } = detected;
  const own = records.find((record) => saysOf(record, exact));
  if (own?.quotation) return { exact: exactOf(own), quotation: own.quotation };
  const { detectedSpeaker, mention } = detected.quotation;
  const speaker = speakerOf(detectedSpeaker, mention);
  // A name that is nobody's leaves the article's words, which the detector has found.
  const isOther = speaker !== detectedSpeaker && speaker !== null;
  return { exact, quotation: { ...detected.quotation, speaker, status: isOther ? 'corrected' : 'detected' } };
}

/** Whether a record holds the reader's word on the words that were detected. */
function saysOf(record: Annotation, exact: string): boolean {
  const { quotation } = record;
  if (quotation === null || quotation.status === 'detected') return false;
  return (quotation.detectedExact ?? exactOf(record)) === exact;
}
