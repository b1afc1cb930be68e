import type { MarkStyleLook } from './mark-style.ts';

/** Sky blue over a thick line. */
export const sky: MarkStyleLook = {
  id: 'sky',
  label: 'styleSky',
  shape: 'underline solid 4px',
  light: { background: 'rgb(14 165 233 / 20%)', line: 'rgb(3 105 161)' },
  dark: { background: 'rgb(3 105 161 / 55%)', line: 'rgb(125 211 252)' },
};
