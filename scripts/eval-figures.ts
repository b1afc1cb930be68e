import type { Share } from './eval-score.ts';

/** In percent, with one digit; a dash where nothing was to be found. */
export const percent = (share: Share): string =>
  share.all === 0 ? '–' : ((100 * share.right) / share.all).toFixed(1);

/** The harmonic mean of precision and recall, in percent. */
export function f1(precision: Share, recall: Share): string {
  if (precision.all === 0 || recall.all === 0) return '–';
  const p = precision.right / precision.all;
  const r = recall.right / recall.all;
  return p + r === 0 ? '0.0' : ((200 * p * r) / (p + r)).toFixed(1);
}
