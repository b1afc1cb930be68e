/**
 * So many rows of a list are laid out at once. A browser cuts off what is taller than some 17 (Firefox) or 33 (Chromium) million CSS px,
 * and a list of a million passages would be 170 million tall; and each change of a row's height moves all rows below it. A longer list is
 * laid out in part: the part moves along with the handle of the scroll bar, from the first rows at its top to the last at its bottom.
 */
export const SPAN = 10_000;
/** So near to an end of its part, in rows, the list moves on to the next part. */
export const EDGE = 40;

/** The first row of the last part. */
export function lastSpan(count: number): number {
  return Math.max(0, count - SPAN);
}

/** The first row of the part that belongs to a place of the scroll bar's handle: 0 at its top, 1 at its bottom. */
export function spanAt(count: number, handle: number): number {
  return Math.round(Math.min(1, Math.max(0, handle)) * lastSpan(count));
}

/** The first row of the part that is laid out when one goes to a row from afar. */
export function spanAround(count: number, row: number): number {
  return count <= SPAN ? 0 : spanAt(count, row / (count - 1));
}

/** Whether a row lies so near to an end of the part that one who goes there is to see what comes after it. */
export function isAtEdge(count: number, base: number, row: number): boolean {
  const isEarly = row < base + EDGE && base > 0;
  return isEarly || (row >= base + SPAN - EDGE && base < lastSpan(count));
}

/**
 * The first row of the part after small steps have led from `first` to `last`, which are in sight: the same until an end of the part is
 * near, then at least half a part further on.
 * @param base the first row of the present part
 */
export function spanBeyond(count: number, base: number, first: number, last: number): number {
  if (last >= base + SPAN - EDGE) {
    return Math.max(base, spanAround(count, last), Math.min(base + SPAN / 2, lastSpan(count)));
  }
  if (first < base + EDGE) return Math.min(base, spanAround(count, first), Math.max(base - SPAN / 2, 0));
  return base;
}
