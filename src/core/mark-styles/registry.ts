import { green } from './green.ts';
import type { MarkStyleLook } from './mark-style.ts';
import { rose } from './rose.ts';
import { sky } from './sky.ts';
import { slate } from './slate.ts';
import { violet } from './violet.ts';

/** The mark styles in their first order: one line a style. Five at most are offered, on the keys 1 to 5. */
export const markStyles: readonly MarkStyleLook[] = [
  green, //
  rose,
  violet,
  sky,
  slate,
];
