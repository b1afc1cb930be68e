import type { MarkStyleLook } from './mark-style.ts';

/** Rose over dashes. */
export const rose: MarkStyleLook = {
  id: 'rose',
  label: 'styleRose',
  shape: 'underline dashed 2px',
  light: { background: 'rgb(244 63 94 / 18%)', line: 'rgb(190 18 60)' },
  dark: { background: 'rgb(190 18 60 / 50%)', line: 'rgb(253 164 175)' },
};
