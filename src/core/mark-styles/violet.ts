import type { MarkStyleLook } from './mark-style.ts';

/** Violet over large dots. */
export const violet: MarkStyleLook = {
  id: 'violet',
  label: 'styleViolet',
  shape: 'underline dotted 3px',
  light: { background: 'rgb(139 92 246 / 20%)', line: 'rgb(109 40 217)' },
  dark: { background: 'rgb(109 40 217 / 55%)', line: 'rgb(196 181 253)' },
};
