import type { Status } from '#core/annotation.ts';
import { t } from './text.ts';

/** How sure the detector is, in words. `confidence` is 0 to 1: how often a speaker found in this way is the right one. */
export function surenessWords(confidence: number): string {
  if (confidence >= 0.9) return t('sureVery');
  if (confidence >= 0.7) return t('sureQuite');
  if (confidence >= 0.4) return t('sureLittle');
  return t('sureGuess');
}

/** Whose word it is, in words. */
export function statusWords(status: Status): string {
  const words = {
    detected: t('statusDetected'),
    confirmed: t('statusConfirmed'),
    corrected: t('statusCorrected'),
    rejected: t('statusRejected'),
  };
  return words[status];
}
