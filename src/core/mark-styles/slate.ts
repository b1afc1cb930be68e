import type { MarkStyleLook } from './mark-style.ts';

/** Slate grey between two lines. */
export const slate: MarkStyleLook = {
  id: 'slate',
  label: 'styleSlate',
  shape: 'underline overline solid 1px',
  light: { background: 'rgb(100 116 139 / 22%)', line: 'rgb(51 65 85)' },
  dark: { background: 'rgb(100 116 139 / 45%)', line: 'rgb(203 213 225)' },
};
