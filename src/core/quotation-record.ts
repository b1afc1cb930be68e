import { sliceSpan } from '#core/text.ts';
import type { Quotation } from '#core/detect/types.ts';
import type { QuotationRecord } from './annotation.ts';

/**
 * What is kept of a detected quotation: the article's words in place of spans, so that it stays true when the page changes.
 * @param text the text in which the quotation was detected
 */
export function quotationRecord(quotation: Quotation, text: string): QuotationRecord {
  const { kind, speaker, cue, evidence, confidence } = quotation;
  const person = speaker?.person ?? null;
  return {
    kind,
    mention: speaker?.text ?? null,
    speaker: person,
    detectedSpeaker: person,
    cue: cue && sliceSpan(text, cue),
    evidence: evidence.map(({ code, words }) => ({
      code,
      words: words.map((span) => sliceSpan(text, span)),
    })),
    confidence,
    status: 'detected',
  };
}
