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
  const detected = speaker?.detected === undefined ? person : speaker.detected;
  return {
    kind,
    mention: speaker?.text ?? null,
    speaker: person,
    detectedSpeaker: detected,
    cue: cue && sliceSpan(text, cue),
    evidence: evidence.map(({ code, words }) => ({
      code,
      words: words.map((span) => sliceSpan(text, span)),
    })),
    confidence,
    // A name that is nobody's leaves the article's words, which the detector has found.
    status: person === detected || person === null ? 'detected' : 'corrected',
  };
}
