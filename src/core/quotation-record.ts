import type { QuotationRecord } from './annotation.ts';
import type { Quotation } from '#core/detect/types.ts';

/** The article's words behind the spans of a quotation, null or empty where the detector gave none. */
export interface QuotationWords {
  readonly mention: string | null;
  readonly cue: string | null;
  readonly evidence: readonly { readonly code: string; readonly words: readonly string[] }[];
}

/** What is kept of a detected quotation: words in place of spans, so that it stays true when the page changes. */
export function quotationRecord(quotation: Quotation, words: QuotationWords): QuotationRecord {
  const speaker = quotation.speaker?.person ?? null;
  return {
    kind: quotation.kind,
    mention: words.mention,
    speaker,
    detectedSpeaker: speaker,
    cue: words.cue,
    evidence: words.evidence.map((item) => ({ code: item.code, words: [...item.words] })),
    confidence: quotation.confidence,
    status: 'detected',
  };
}
