import type { MarkStyleLook } from './mark-style.ts';

/** Green over two lines. */
export const green: MarkStyleLook = {
  id: 'green',
  label: 'styleGreen',
  shape: 'underline double 2px',
  light: { background: 'rgb(34 197 94 / 24%)', line: 'rgb(21 128 61)' },
  dark: { background: 'rgb(22 163 74 / 40%)', line: 'rgb(134 239 172)' },
};
