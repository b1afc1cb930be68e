import type { QuotationRecord } from '#core/annotation.ts';

/** Whose word it is who speaks, as every format for people says it. */
export function whoseWord(quotation: QuotationRecord | null): string {
  if (quotation === null) return 'chosen by the reader';
  const { status, detectedSpeaker } = quotation;
  if (status === 'rejected') return 'not a quotation, says the reader';
  if (status === 'detected') return 'detected, not checked';
  if (status === 'confirmed') return 'confirmed by the reader';
  const detected = (detectedSpeaker ?? '').trim();
  return `corrected by the reader (detected: ${detected === '' ? 'nobody' : detected})`;
}
